// The exchange format kvalitetsmodel/1, written from the schemas beside it by .ci/bless. Do not edit it.

/**
 * status: What a document claims to be.
 */
export type Status = "draft" | "final";
/**
 * id – a UUID, such as 00000000-0000-4000-8000-000000000001
 */
export type Id = string;
/**
 * tekst, der ikke er tom – text that is not blank
 */
export type NonBlank = string;
/**
 * en dag som `2024-03-31` – a day such as `2024-03-31`
 */
export type Day = string;
/**
 * en dato som `2024-03-31`, `2024-11`, `2024-H1`, `2024` eller `2024-medio` – a date such as `2024-03-31`, `2024-11`, `2024-H1`, `2024` or `2024-medio`
 */
export type PartialDate = string;
/**
 * et afsnitsnummer som tekst, fx `1.5.3` – a section number as text, such as `1.5.3`
 */
export type SectionNumber = string;
/**
 * aftalens ramme – frame of an agreement: What an agreement must state about its period and its parties (R-001).
 */
export type AgreementFrame = "general" | "directorAndHead";
/**
 * støtteopgavens art – kind of support task: The kind of a support task that recurs in the areas of an agreement (R-045).
 */
export type SupportKind = "humanResources" | "guidelines" | "workingGroup" | "facilitation";
/**
 * en regelkode, fx `AGR001` – a rule code, such as `AGR001`
 */
export type RuleCode = string;
/**
 * et fingeraftryk: 16 hexadecimale cifre – a fingerprint: 16 hexadecimal digits
 */
export type Fingerprint = string;
/**
 * fejl i en tekst – fault of a text: What is wrong with a text, or with a part of it.
 */
export type FaultKind =
  | "encoding"
  | "syntax"
  | "unknownFormat"
  | "newerFormat"
  | "wrongType"
  | "invalidValue"
  | "unknownWord"
  | "unknownField"
  | "repeatedField"
  | "missingField"
  | "contradiction";
/**
 * en JSON-værdi – a JSON value
 */
export type AnyJson = unknown;
/**
 * art af driftsherre – kind of operator: The kinds of operators (driftsherre).
 */
export type OperatorKind =
  | ("region" | "municipality")
  | {
      /**
       * anden driftsherre – other operator: Another operator, such as a private foundation.
       */
      other: {
        /**
         * navn – name: What people call this kind. Free text: it never appears in a message.
         */
        name: string;
      };
    };
/**
 * lovgrundlag – legal basis: A provision that a social service is run under.
 */
export type LegalBasis =
  | {
      /**
       * serviceloven – Social Services Act: A section of the act on social services (lov om social service, SEL).
       */
      socialServices: {
        /**
         * paragraf – section: The number after §, 1 or more; a draft can contain 0.
         */
        paragraph: number;
      };
    }
  | {
      /**
       * anden bestemmelse – other provision: A provision of another act, or one with a letter.
       */
      other: {
        /**
         * bestemmelse – provision: The provision as people write it. Free text: it never appears in a message.
         */
        name: string;
      };
    };
/**
 * område – area: One of the two areas (områder) of the quality model.
 */
export type StandardArea = "organisational" | "serviceSpecific";
/**
 * omfattede tilbud – services covered: Services that a scope covers.
 */
export type CoveredServices =
  | "all"
  | {
      /**
       * tilbud efter en bestemmelse – services under a provision: The services that are run under one provision.
       */
      under: {
        /**
         * lovgrundlag – legal basis: The provision.
         */
        provision: LegalBasis;
      };
    };
/**
 * oprindelse – origin: Where a theme, a standard or an indicator comes from: the common set or one region (R-074).
 */
export type Origin =
  | "common"
  | {
      /**
       * regional: One region added it for its own use (regional).
       */
      regional: {
        /**
         * region: The region.
         */
        region?: Id | null;
        /**
         * regionens navn – name of the region: The name of the region in the document.
         */
        name?: string | null;
      };
    };
/**
 * grundlag – basis: The basis of a rule.
 */
export type Basis = "stated" | "derived" | "publicPractice" | "form" | "custom";
/**
 * nævner – denominator: What the numerator of an indicator is compared with.
 */
export type Denominator =
  | "none"
  | {
      /**
       * andel af – share of: The indicator is a share.
       */
      of: {
        /**
         * nævner – denominator: What it is a share of.
         */
        text: string;
      };
    };
/**
 * retning – direction: The direction of a threshold (retning): whether its figure is a minimum or a maximum.
 */
export type Direction = "atLeast" | "atMost";
/**
 * projektets slags – kind of project: The kind of a common project.
 */
export type ProjectKind = "indicatorProgramme" | "survey" | "development";
/**
 * kerne eller valgfrit – core or optional: Whether a common project is part of the core.
 */
export type ProjectPart = "core" | "optIn";
/**
 * deltagelse – membership: Whether a service takes part (R-175). Not stated is not no.
 */
export type Membership = "member" | "nonMember" | "invited" | "pilotSite" | "notStated";
/**
 * niveau – layer: The layer that a guiding document belongs to, from the widest to the narrowest.
 */
export type GuidanceLayer = "national" | "regional" | "local";
/**
 * trin – quality step: One of the four steps (trin) that the work on every standard goes through.
 */
export type QualityStep = "guidingDocuments" | "implementation" | "monitoring" | "improvement";
/**
 * ændring af et standardsæt – change to a standard set: One change to a standard set. It names what it changes by its id and says how it is afterwards.
 */
export type SetChange =
  | {
      /**
       * tema udgår – theme left out: A theme is left out. Its standards stay.
       */
      leaveOutTheme: {
        /**
         * tema – theme: The theme.
         */
        theme: Id;
      };
    }
  | {
      /**
       * standard udgår – standard left out: A standard is left out, with its indicators.
       */
      leaveOutStandard: {
        /**
         * standard: The standard.
         */
        standard: Id;
      };
    }
  | {
      /**
       * indikator udgår – indicator left out: An indicator is left out.
       */
      leaveOutIndicator: {
        /**
         * indikator – indicator: The indicator.
         */
        indicator: Id;
      };
    }
  | {
      /**
       * tema tilføjes – theme added: A theme is added.
       */
      addTheme: {
        /**
         * tema – theme: The theme.
         */
        theme: Theme;
      };
    }
  | {
      /**
       * standard tilføjes – standard added: A standard is added, with its indicators.
       */
      addStandard: {
        /**
         * standard: The standard.
         */
        standard: Standard;
      };
    }
  | {
      /**
       * indikator tilføjes – indicator added: An indicator is added to a standard.
       */
      addIndicator: {
        /**
         * standard: The standard.
         */
        standard: Id;
        /**
         * indikator – indicator: The indicator.
         */
        indicator: Indicator;
      };
    }
  | {
      /**
       * tema omdøbes – theme renamed: A theme has another name.
       */
      renameTheme: {
        /**
         * tema – theme: The theme.
         */
        theme: Id;
        /**
         * nyt navn – new name: The new name.
         */
        name?: Name | null;
      };
    }
  | {
      /**
       * standard omdøbes – standard renamed: A standard has another name.
       */
      renameStandard: {
        /**
         * standard: The standard.
         */
        standard: Id;
        /**
         * nyt navn – new name: The new name.
         */
        name?: Name | null;
      };
    }
  | {
      /**
       * standard får nyt nummer – standard renumbered: A standard has another number.
       */
      renumberStandard: {
        /**
         * standard: The standard.
         */
        standard: Id;
        /**
         * nyt nummer – new number: The new number.
         */
        number?: SectionNumber | null;
      };
    }
  | {
      /**
       * tema flyttes – theme moved: A theme belongs to the other area.
       */
      moveTheme: {
        /**
         * tema – theme: The theme.
         */
        theme: Id;
        /**
         * nyt område – new area: The new area.
         */
        area: StandardArea;
      };
    }
  | {
      /**
       * standard flyttes – standard moved: A standard belongs to another theme.
       */
      moveStandard: {
        /**
         * standard: The standard.
         */
        standard: Id;
        /**
         * nyt tema – new theme: The new theme.
         */
        theme: Id;
      };
    }
  | {
      /**
       * indikator flyttes – indicator moved: An indicator belongs to another standard.
       */
      moveIndicator: {
        /**
         * indikator – indicator: The indicator.
         */
        indicator: Id;
        /**
         * ny standard – new standard: The new standard.
         */
        standard: Id;
      };
    }
  | {
      /**
       * indikator får ny ordlyd – indicator reworded: An indicator has another wording.
       */
      rewordIndicator: {
        /**
         * indikator – indicator: The indicator.
         */
        indicator: Id;
        /**
         * ny ordlyd – new wording: The new wording.
         */
        statement?: string | null;
      };
    }
  | {
      /**
       * indikator tælles på en anden måde – indicator counted differently: Something else is counted.
       */
      recountIndicator: {
        /**
         * indikator – indicator: The indicator.
         */
        indicator: Id;
        /**
         * ny tæller – new numerator: What is counted now.
         */
        numerator?: string | null;
        /**
         * ny nævner – new denominator: Of how many.
         */
        denominator?: Denominator | null;
      };
    }
  | {
      /**
       * indikator får ny retning – direction of indicator changed: The other direction is better.
       */
      turnIndicator: {
        /**
         * indikator – indicator: The indicator.
         */
        indicator: Id;
        /**
         * ny retning – new direction: The new direction.
         */
        direction?: Direction | null;
      };
    }
  | {
      /**
       * indikator får ny datakilde – data source of indicator changed: The figures come from another source.
       */
      changeDataSource: {
        /**
         * indikator – indicator: The indicator.
         */
        indicator: Id;
        /**
         * ny datakilde – new data source: The new data source.
         */
        dataSource?: string | null;
        /**
         * fra projekterne – from the projects: The projects that give the figures now.
         */
        projects?: Id[] | null;
      };
    }
  | {
      /**
       * tema får ny oprindelse – origin of theme changed: A theme becomes common, or a region's own.
       */
      changeThemeOrigin: {
        /**
         * tema – theme: The theme.
         */
        theme: Id;
        /**
         * ny oprindelse – new origin: The new origin.
         */
        origin: Origin;
      };
    }
  | {
      /**
       * standard får ny oprindelse – origin of standard changed: A standard becomes common, or a region's own.
       */
      changeStandardOrigin: {
        /**
         * standard: The standard.
         */
        standard: Id;
        /**
         * ny oprindelse – new origin: The new origin.
         */
        origin: Origin;
      };
    }
  | {
      /**
       * indikator får ny oprindelse – origin of indicator changed: An indicator becomes common, or a region's own.
       */
      changeIndicatorOrigin: {
        /**
         * indikator – indicator: The indicator.
         */
        indicator: Id;
        /**
         * ny oprindelse – new origin: The new origin.
         */
        origin?: Origin | null;
      };
    }
  | {
      /**
       * temaets aktiviteter ændres – activities of theme replaced: A theme has other activities.
       */
      replaceActivities: {
        /**
         * tema – theme: The theme.
         */
        theme: Id;
        /**
         * aktiviteter – activities: All activities of the theme.
         */
        activities?: Activity[] | null;
      };
    };
/**
 * enhed – unit: A reference to one unit of an organisation, on any of its four levels.
 */
export type OrgUnit =
  | {
      /**
       * driftsherren – the operator: An operator (driftsherre).
       */
      operator: {
        /**
         * driftsherre – operator: The operator's id.
         */
        id: Id;
      };
    }
  | {
      /**
       * specialområdet – the specialised area: A specialised area (specialområde).
       */
      area: {
        /**
         * specialområde – specialised area: The area's id.
         */
        id: Id;
      };
    }
  | {
      /**
       * tilbuddet – the service: A social service (tilbud).
       */
      service: {
        /**
         * tilbud – service: The service's id.
         */
        id: Id;
      };
    }
  | {
      /**
       * afdelingen – the department: A department (afdeling).
       */
      department: {
        /**
         * afdeling – department: The department's id.
         */
        id: Id;
      };
    };
/**
 * måleresultat – result: The result of a measurement (måleresultat): two counts, one count, one figure in a unit, events over an exposure, or the single values of a subgroup.
 */
export type Observed =
  | {
      /**
       * andel – share: A part of a whole (andel). Shares of several units are added up, part to part and whole to whole.
       */
      share: {
        /**
         * tæller – part: The part (tæller), a count.
         */
        part?: number | null;
        /**
         * nævner – whole: The whole (nævner), a count; zero if there was nothing to count.
         */
        whole?: number | null;
      };
    }
  | {
      /**
       * antal – count: A count without a whole (antal). Counts of several units are added up.
       */
      count: {
        /**
         * antal – count: How many.
         */
        count?: number | null;
      };
    }
  | {
      /**
       * tal – figure: One figure, such as an average or a percentage without its counts. Such figures are neither added up nor averaged.
       */
      value: {
        /**
         * tal – figure: The figure.
         */
        value?: Decimal | null;
        /**
         * enhed – unit: Its unit.
         */
        unit?: Unit | null;
      };
    }
  | {
      /**
       * rate: A number of events over an exposure (rate): 12 falls in 340 days. There can be more events than days.
       */
      rate: {
        /**
         * hændelser – events: How many events.
         */
        events?: number | null;
        /**
         * tidsrum – exposure: Range: above zero. The exposure; a draft can contain other figures.
         */
        exposure?: Decimal | null;
        /**
         * enhed – unit: The unit of the exposure.
         */
        unit?: Unit | null;
      };
    }
  | {
      /**
       * stikprøve – subgroup: The single values of a subgroup (stikprøve), where each of several things was measured.
       */
      subgroup: {
        /**
         * værdier – values: The values.
         */
        values?: Decimal[] | null;
        /**
         * enhed – unit: The unit of the values.
         */
        unit?: Unit | null;
      };
    };
/**
 * et tal skrevet som tekst, fx `"80"` eller `"79.6"` – a figure written as text, such as `"80"` or `"79.6"`
 */
export type Decimal = string;
/**
 * enhed – unit: The unit of a figure (enhed).
 */
export type Unit =
  | ("percent" | "count" | "days" | "hours" | "points")
  | {
      /**
       * anden enhed – other unit: Another unit.
       */
      other: {
        /**
         * enhed – unit: What people call this unit. Free text: it never appears in a message.
         */
        name: string;
      };
    };
/**
 * intet resultat – no result: Why a measurement has no result (intet resultat). It is still a measurement: nothing is missing, and nothing is zero.
 */
export type NoResult =
  | "none"
  | {
      /**
       * skjult af hensyn til anonymitet – suppressed to protect anonymity: The result exists and is not shown, so that nobody can be recognised (diskretioneret).
       */
      suppressed: {
        /**
         * vises først fra – shown from: Range: above zero. The smallest number of people or cases for which results are shown: 5 if <5 is shown instead.
         */
        below?: number | null;
      };
    };
/**
 * forum, der aftaler måltallet – forum that agrees the figure: The forum that agrees a target figure (R-025).
 */
export type Forum =
  | "parties"
  | {
      /**
       * forbedringsfællesskabet – the improvement community: An improvement community (forbedringsfællesskab).
       */
      community: {
        /**
         * fællesskab – community: Which one; absent if the text says only "the community".
         */
        body?: Id | null;
      };
    }
  | {
      /**
       * netværket – the network: A network (netværk).
       */
      network: {
        /**
         * netværk – network: Which one.
         */
        body?: Id | null;
      };
    }
  | {
      /**
       * arbejdsgruppen – the working group: A working group (arbejdsgruppe).
       */
      workingGroup: {
        /**
         * arbejdsgruppe – working group: Which one.
         */
        body?: Id | null;
      };
    }
  | {
      /**
       * styregruppen – the steering group: A steering group (styregruppe).
       */
      steeringGroup: {
        /**
         * styregruppe – steering group: Which one.
         */
        body?: Id | null;
      };
    };
/**
 * tidspunkt – time: When something is to happen (hvornår), in one of the forms found in agreements.
 */
export type When =
  | "continuously"
  | {
      /**
       * dato – date: On or by a date (pr. 31. marts 2024, medio 2024).
       */
      date: {
        /**
         * dato – date: The date, with the precision of the agreement.
         */
        on?: PartialDate | null;
      };
    }
  | {
      /**
       * dag uden år – day without a year: On or by a day without a year (pr. 31. marts, agreement of 2024, 1.6.3). The year follows from the period of the agreement; AGR091 finds a day that the period does not have.
       */
      monthDay: {
        /**
         * dag og måned – day and month: The day and month.
         */
        day?: MonthDay | null;
      };
    }
  | {
      /**
       * i henhold til tidsplan – according to schedule: According to a schedule (i henhold til tidsplan, agreement of 2024, 1.7.1), which may not exist yet (når en sådan foreligger, agreement of 2024, 1.2.1; R-015).
       */
      schedule: {
        /**
         * tidsplan – schedule: The title of the schedule.
         */
        title?: string | null;
        /**
         * frist – deadline: The deadline that the schedule sets; absent if there is no schedule yet, or if the deadline is not known.
         */
        deadline?: PartialDate | null;
        /**
         * udsendes af – issued by: Who issues the schedule.
         */
        issuedBy?: string | null;
      };
    }
  | {
      /**
       * besluttes senere – to be decided later: At a time that a body decides later (besluttes af styregruppen, agreement of 2024, 1.3.4).
       */
      decidedBy: {
        /**
         * gruppe – body: The id of the body, if the document contains it.
         */
        body?: Id | null;
        /**
         * gruppens navn – name of the body: The name of the body in the agreement.
         */
        name?: string | null;
      };
    }
  | {
      /**
       * gange om året – times a year: A number of times a year (to gange om året, agreement of 2024, 1.12.4).
       */
      timesAYear: {
        /**
         * antal gange – number of times: Unit and range: times in a calendar year, 0 to 255. A draft can contain 0, which requires nothing.
         */
        times?: number | null;
      };
    }
  | {
      /**
       * inden for et antal måneder – within a number of months: Within a number of months (indenfor 3 måneder, agreement of 2024, 1.3.1), to the day with the same number: 8 months from 1 February end on 1 October.
       */
      within: {
        /**
         * antal måneder – number of months: Unit and range: months, 0 to 255.
         */
        months?: number | null;
        /**
         * regnet fra – counted from: The day that they are counted from; absent if the document does not say.
         */
        from?: PartialDate | null;
      };
    };
/**
 * en dag og måned som `--03-31` – a day and month such as `--03-31`
 */
export type MonthDay = string;
/**
 * status: How far a target figure has come (R-174).
 */
export type TargetState = "toBeAgreed" | "agreed" | "measured" | "met" | "notMet" | "notAssessable";
/**
 * beslutning – decision: The decision about a change after a test.
 */
export type ActDecision = "adopt" | "adapt" | "abandon";
/**
 * målingens art – kind of measure: What a measure is about.
 */
export type MeasureKind = "outcome" | "process" | "balancing";
/**
 * måleinterval – measuring interval: How often a series is measured.
 */
export type Interval = "day" | "week" | "month" | "quarter" | "halfYear" | "year" | "byEvent";
/**
 * virkning – effect: Whether a change is shown to be effective (dokumenteret virkningsfuld, R-038).
 */
export type Effect =
  | "notShown"
  | {
      /**
       * påvist – shown: It is.
       */
      shown: {
        /**
         * tilbud – social service: The service where it was shown; absent for a study made elsewhere.
         */
        service?: Id | null;
        /**
         * kilde – source: What shows it, such as a research project in the region or outside it.
         */
        source?: string | null;
        /**
         * dato – date: When it was shown.
         */
        on?: PartialDate | null;
      };
    };
/**
 * trin i udbredelsen – step of a spread: Whether a step of the spread was taken. An absent one is not stated.
 */
export type SpreadStep =
  | ("notTaken" | "notNeeded")
  | {
      /**
       * taget – taken: It was taken.
       */
      taken: {
        /**
         * dato – date: When; absent if that is not stated.
         */
        on?: PartialDate | null;
        /**
         * PDSA-cyklus – PDSA cycle: The test of the community that this step was, or rests on.
         */
        cycle?: Id | null;
      };
    };
/**
 * partens rolle – role of the party: The role in which someone makes an agreement.
 */
export type PartyRole =
  | ("socialDirector" | "headOfService")
  | {
      /**
       * en anden part – another party: Another role.
       */
      other: {
        /**
         * titel – title: The title.
         */
        title: string;
      };
    };
/**
 * gruppens art – type of body: The kind of a body.
 */
export type BodyKind =
  | "community"
  | "workingGroup"
  | "network"
  | "pilot"
  | "steeringGroup"
  | "implementationGroup"
  | "coordinationGroup"
  | "consortium";
/**
 * mandat – mandate: What a body may do (mandat).
 */
export type Mandate = "advise" | "word" | "approve" | "decide";
/**
 * rolle i gruppen – role in the body: What somebody does in a body.
 */
export type SeatRole = "member" | "chair" | "secretary" | "invited";
/**
 * hvem det forpligter – who is bound: Whom the duties of a focus area bind (R-012). An area can name several groups.
 */
export type ScopeOfDuty =
  | "allServices"
  | "communityMembers"
  | "workingGroupMembers"
  | "networkMembers"
  | "namedPilots"
  | "selectedLeaders"
  | "awaitingSchedule";
/**
 * slags ændring – kind of change: Which way something is to go.
 */
export type ChangeAimKind = "increase" | "reduce" | "maintain" | "limitLoss";
/**
 * opfølgningens form – form of follow-up: The form in which a follow-up takes place.
 */
export type FollowUpForm = "status" | "qualityMonitoring" | "dialogueMeeting";
/**
 * myndighed – authority: An authority that supervises social services.
 */
export type Authority =
  | ("socialInspectorate" | "workingEnvironment" | "patientSafety")
  | {
      /**
       * en anden myndighed – another authority: Another authority.
       */
      other: {
        /**
         * navn – name: Its name.
         */
        name: string;
      };
    };
/**
 * art – kind: What an authority has done.
 */
export type CriticismKind = "criticism" | "order" | "decision";
/**
 * forbedringernes status – state of the improvements: The state of the improvements that a safety review led to.
 */
export type Improvements = "notNeeded" | "needed" | "planned" | "carriedOut";
/**
 * hændelsestype – type of event: A type of adverse event: those that the authority allows to be reported in a batch from 1 March 2024, and others.
 */
export type EventType = "fall" | "infection" | "medicineAdministration" | "medicineDispensing" | "other";
/**
 * patientsikkerhedsrisiko – patient-safety risk: The patient-safety risk of an event.
 */
export type PatientSafetyRisk = "low" | "serious";
/**
 * rapporteringsform – manner of reporting: In what manner events are reported.
 */
export type ReportManner = "individual" | "batch";
/**
 * dage, der tælles – days counted: Which days a model counts.
 */
export type DayCounting = "calendarDays" | "workingDays";
/**
 * nummeret på dagen for sygemeldingen – number of the day of the sickness report: Which number a model gives the day of the report.
 */
export type ReportDay = "dayZero" | "dayOne";
/**
 * del af en risikovurdering – part of a risk assessment: What a risk assessment covers.
 */
export type RiskPart = "citizenSigns" | "surroundingSigns" | "actions" | "dayPlanned";
/**
 * måltype – kind of goal: What a goal is to do. All three are legitimate: no rule asks for growth.
 */
export type GoalKind = "develop" | "maintain" | "limitLoss";
/**
 * målets status – status of a goal: What became of a goal or sub-goal. KL's term afsluttet does not distinguish reached from given up: it is closed, unless more is known.
 */
export type GoalStatus = "open" | "reached" | "givenUp" | "replaced" | "closed";
/**
 * bedømmelse – judgement: Whether a criterion is met.
 */
export type Judgement = "met" | "notMet";
/**
 * borgerens inddragelse – involvement of the citizen: Whether the citizen was involved, under hensyntagen til de forudsætninger, den enkelte borger har.
 */
export type CitizenInvolvement =
  | {
      /**
       * inddraget – involved: The citizen was involved.
       */
      involved: {
        /**
         * hvordan – how: How.
         */
        how?: string | null;
      };
    }
  | {
      /**
       * ikke inddraget – not involved: The citizen was not involved.
       */
      notInvolved: {
        /**
         * begrundelse – reason: Why not.
         */
        reason?: string | null;
      };
    };
/**
 * rolle – role: The role of somebody who was involved.
 */
export type InvolvedParty = "relative" | "guardian" | "staff" | "specialist" | "municipality";
/**
 * resultat af en evaluering – result of an evaluation: The result of an evaluation.
 */
export type GoalResult = "reached" | "partlyReached" | "notReached";
/**
 * materiale – material: Material about a case.
 */
export type AuditMaterial =
  "subGoalsBefore" | "subGoalsAfter" | "individualPlan" | "specialistSummary" | "order" | "evaluationGuide";
/**
 * spørgsmålets omfang – scope of a question: What a question is asked of.
 */
export type QuestionScope = "eachCase" | "acrossCases";
/**
 * tidspunkt i projektet – time in the project: When in a project a counting is made.
 */
export type CountingTime = "before" | "atStart" | "during" | "atEnd" | "after";
/**
 * optællingsmåde – method of counting: How something was counted.
 */
export type CountMethod = "byHand" | "bySystem";
/**
 * procesmål – process measure: One of the three process measures (procesmål). The target of each is no exception.
 */
export type ProcessMeasure = "withoutSubGoal" | "evaluationOverdue" | "closingOverdue";
/**
 * del af oplæringen – part of a session: What a session of the training contains.
 */
export type SessionPart =
  | "knowledge"
  | "discussion"
  | "subGoals"
  | "passingOn"
  | "evaluation"
  | "adjustment"
  | "reflection"
  | "feedback";
/**
 * påstand – what a claim says: What a claim says about counts, of each department and measure that it is about.
 */
export type ClaimKind = "fewer" | "more" | "asMany" | "allReached" | "notAllReached" | "mayBeChance";
/**
 * gennemførelse – completion: Whether something was carried out. An absent one is not stated.
 */
export type Completion =
  | "notDone"
  | {
      /**
       * gennemført – carried out: It was.
       */
      done: {
        /**
         * dato – date: When; absent if that is not stated.
         */
        on?: PartialDate | null;
      };
    };
/**
 * aktivitetens art – kind of activity: A kind of activity beside the meetings of the circles.
 */
export type ActivityKind = "workshop" | "seminar" | "leaderWorkshop" | "coaching";
/**
 * spor – track: A track (spor): each activity is in one (R-124).
 */
export type Track = "knowledge" | "improvement" | "leadership";
/**
 * evalueringens art – kind of evaluation: A kind of evaluation.
 */
export type EvaluationKind = "selfEvaluation" | "external" | "monitoring";
/**
 * sammenfatning af trin – combination of steps: A policy by which the ratings of the four steps become the rating of a standard.
 */
export type Combination = "judged" | "lowestStep" | "lowerMedian";
/**
 * rolle i evalueringen – role in an evaluation: What somebody does in an evaluation.
 */
export type EvaluatorRole = "surveyor" | "trainee" | "observer";
/**
 * baggrund – background: In what capacity an evaluator knows the field (R-093).
 */
export type Background = "leader" | "professional" | "user" | "relative";
/**
 * evalueringsgrundlag – evidence of an evaluation: What the ratings of an external evaluation rest on.
 */
export type EvaluationEvidence = "dialogue" | "observation" | "writtenMaterial";
/**
 * overvågningsmetode – monitoring method: How a standard is monitored.
 */
export type MonitoringMethod = "caseAudit" | "ownMethod" | "dataAndQuestions";
/**
 * vurdering – rating: A rating. An absent one is not stated; neither of the first two is the lowest step of the scale.
 */
export type Rating =
  | ("notRated" | "notRelevant")
  | {
      /**
       * vurderet – rated: It was rated.
       */
      rated: {
        /**
         * på skalaen – on the scale: The step of the scale of the evaluation.
         */
        onScale: Id;
      };
    };
/**
 * fundets art – kind of finding: Whether a finding rests on figures. The two are kept apart, and may say different things (R-150).
 */
export type FindingKind = "qualitative" | "quantitative";
/**
 * parameter hos Socialtilsynet – inspection parameter: The seven parameters by which the social inspectorate (Socialtilsynet) assesses a service: a closed list (R-056). Its model is not the one in this crate.
 */
export type InspectionParameter =
  | "targetGroupMethodsResults"
  | "healthWellBeing"
  | "organisationManagement"
  | "competences"
  | "physicalSetting"
  | "educationEmployment"
  | "independenceRelations";
/**
 * hvad der blev af en anbefaling – outcome of a recommendation: What became of a recommendation. An absent one is not stated.
 */
export type RecommendationOutcome =
  | {
      /**
       * følges ikke – not followed: The service decided against it.
       */
      notFollowed: {
        /**
         * begrundelse – reason: Why (EVA032).
         */
        reason?: string | null;
      };
    }
  | {
      /**
       * gennemført – carried out: It was carried out.
       */
      carriedOut: {
        /**
         * dato – date: When; absent if that is not stated.
         */
        on?: PartialDate | null;
      };
    };
/**
 * hvad planen omfatter – what a plan covers: What a plan or one row of it covers.
 */
export type PlanScope =
  | ("allAreas" | "allSpecialUnits" | "selectedAreas")
  | {
      /**
       * ét område eller én specialenhed – one area or special unit: One area or special unit of the plan.
       */
      area: {
        /**
         * område – area: Which one.
         */
        area?: Id | null;
      };
    };
/**
 * områdets art – kind of area: Whether it is an area or a special unit.
 */
export type AreaKind = "area" | "specialUnit";
/**
 * arbejdets art – kind of work: A kind of work of a task or a row. A task can be of several kinds.
 */
export type PlanWork =
  | "development"
  | "testActions"
  | "newPractice"
  | "continuation"
  | "coordination"
  | "experience"
  | "effectMeasures"
  | "effectMeasuring"
  | "communication";
/**
 * anledning – occasion: What kind of thing an annotation is about.
 */
export type Occasion =
  | ("newWayOfMeasuring" | "event")
  | {
      /**
       * prøvehandling (PDSA) – PDSA cycle: A PDSA cycle (prøvehandling) was carried out.
       */
      cycle: {
        /**
         * PDSA-cirkel – cycle: Which one, if it is documented.
         */
        id?: Id | null;
      };
    }
  | {
      /**
       * indsats – action: An action (indsats) began.
       */
      action: {
        /**
         * indsats – action: Which one, if it is part of an agreement.
         */
        id?: Id | null;
      };
    };
/**
 * The record that a finding is about: its kind and its id.
 */
export type Subject = string;
/**
 * A place in what was checked, as a JSON Pointer (RFC 6901). The empty text is the whole.
 */
export type Pointer = string;
/**
 * The kind of duty.
 */
export type DutyKind =
  | "followUp"
  | "action"
  | "fixing"
  | "measuring"
  | "supportTask"
  | "assessment"
  | "decision"
  | "criticism"
  | "aim"
  | "test"
  | "evaluation"
  | "closing"
  | "auditMeeting"
  | "crossAudit"
  | "counting"
  | "training"
  | "elementDevelopment"
  | "elementTest"
  | "elementDescription"
  | "circleMeeting"
  | "workshop"
  | "seminar"
  | "leaderWorkshop"
  | "coaching"
  | "groupProduct"
  | "projectEvaluation"
  | "modelEvaluation"
  | "nextEvaluation"
  | "committeeDecision"
  | "recommendation"
  | "newMonitoring"
  | "timetableRow"
  | "planTask"
  | "statutoryTraining"
  | "safetyReview"
  | "improvementPlan"
  | "eventReport"
  | "healthMonitoring"
  | "resultReport";
/**
 * How a duty stands on the day.
 */
export type DutyState =
  "overdue" | "due" | "recurring" | "waiting" | "withoutDeadline" | "leftOpen" | "done" | "lapsed";
/**
 * By when it is to be done, or what is missing; absent if the document states neither a time nor that it is done.
 */
export type DutyStatus =
  | "recurring"
  | {
      pending: {
        /**
         * What is missing to determine the last day.
         */
        on: "schedule" | "decision" | "year" | "start" | "time";
      };
    }
  | {
      due: LastDay;
    }
  | {
      overdue: LastDay;
    }
  | {
      leftOpen: {
        lastDay?: Day;
      };
    }
  | {
      lapsed: {
        /**
         * Why it is no longer to be done here.
         */
        because: "carriedOn" | "ended" | "stopped";
      };
    }
  | {
      done: {
        /**
         * When, if the document says it.
         */
        on?: PartialDate;
      };
    };
/**
 * What the figures of a chart are.
 */
export type ChartScale =
  | ("share" | "count")
  | {
      /**
       * Single figures in a unit.
       */
      in: Unit;
    }
  | {
      /**
       * Events for each of a unit.
       */
      per: Unit;
    };
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "ChartSide".
 */
export type ChartSide = "above" | "below";
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "ChartChange".
 */
export type ChartChange = "improvement" | "deterioration";
/**
 * What the variation of a phase says.
 */
export type ChartOutcome =
  | ("noOrder" | "flat" | "noCentre" | "random" | "longRun" | "fewCrossings" | "longRunAndFewCrossings")
  | {
      tooFew: {
        figures: number;
        needed: number;
      };
    }
  | {
      onTheLine: {
        onLine: number;
        figures: number;
      };
    };
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "WithoutFigure".
 */
export type WithoutFigure =
  | ("missing" | "noResult" | "oneValue" | "noneBefore")
  | {
      suppressed: {
        /**
         * The count is below this one.
         */
        below?: number;
      };
    };
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "AttainmentStatus".
 */
export type AttainmentStatus =
  | ("notYet" | "reached" | "sustained")
  | {
      notAssessable: {
        because: Unassessed;
      };
    };
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "Unassessed".
 */
export type Unassessed =
  | (
      | "noTarget"
      | "targetBeginsLater"
      | "notInTime"
      | "otherIndicator"
      | "otherDirection"
      | "unitMismatch"
      | "noFigures"
      | "noLimits"
      | "noLevel"
      | "notStable"
    )
  | {
      targetLacks: {
        parts: Bilingual[];
      };
    }
  | {
      suppressed: {
        figures: number;
      };
    }
  | {
      tooFew: {
        figures: number;
        needed: number;
      };
    };
/**
 * Whether a process that goes on as it is meets the target.
 */
export type Expectation =
  | ("always" | "sometimes" | "never")
  | {
      notAssessable: {
        because: Unassessed;
      };
    };
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "Severity".
 */
export type Severity = "information" | "warning" | "error";
/**
 * A fact with its kind.
 */
export type TaggedFact =
  | {
      number: number;
    }
  | {
      decimal: Decimal;
    }
  | {
      day: Day;
    }
  | {
      date: PartialDate;
    }
  | {
      section: SectionNumber;
    }
  | {
      term: Bilingual;
    }
  | {
      terms: Bilingual[];
    }
  | {
      subject: Subject;
    }
  | {
      rule: RuleCode;
    };
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "Verdict".
 */
export type Verdict = "notMet" | "notAssessable";
/**
 * A value that helped to break a rule: a number of things; a figure, a date, a section, a rule or a subject as text; or fixed terms.
 */
export type Fact = number | string | Bilingual | Bilingual[];
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "TargetOutcome".
 */
export type TargetOutcome =
  | ("met" | "notMet")
  | {
      /**
       * It cannot be said.
       */
      notAssessable: {
        /**
         * @minItems 1
         */
        because: [OutcomeReason, ...OutcomeReason[]];
      };
    };
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "OutcomeReason".
 */
export type OutcomeReason =
  | (
      | "measuringTimeOpen"
      | "noUnits"
      | "notReported"
      | "suppressed"
      | "nothingToMeasure"
      | "resultAndNone"
      | "countedTwice"
      | "severalPeriods"
      | "partExceedsWhole"
      | "negativeWhole"
      | "wholeIsZero"
      | "resultIncomplete"
      | "countWithoutWhole"
      | "unitMismatch"
      | "singleFigures"
      | "tooLarge"
    )
  | {
      /**
       * The target figure lacks parts.
       */
      targetLacks: {
        /**
         * @minItems 1
         */
        parts: [Bilingual, ...Bilingual[]];
      };
    };

/**
 * A document of the exchange format: one draft of any kind in an envelope.
 */
export interface Document {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content:
    | {
        organisation: Operator;
      }
    | {
        standardSet: StandardSet;
      }
    | {
        tailoring: Tailoring;
      }
    | {
        measurement: Measurement;
      }
    | {
        targetFigure: TargetFigure;
      }
    | {
        cycle: PdsaCycle;
      }
    | {
        community: ImprovementCommunity;
      }
    | {
        agreement: DevelopmentAgreement;
      }
    | {
        stateAssessment: StateAssessment;
      }
    | {
        citizen: Citizen;
      }
    | {
        caseload: Caseload;
      }
    | {
        audit: CaseAudit;
      }
    | {
        project: ImprovementProject;
      }
    | {
        circleProject: CircleProject;
      }
    | {
        evaluation: Evaluation;
      }
    | {
        plan: ImplementationPlan;
      }
    | {
        duties: DailyDuties;
      }
    | {
        series: MeasurementSeries;
      }
    | {
        bundle: Bundle;
      };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * id i et andet system – id in another system: The id of the same thing in another system.
 */
export interface ExternalId {
  /**
   * system: The name of the system, not blank. Four systems are recognised by it, however people write it: CVR or CVR-nr., P-nummer, SOR and KL FFB. Any other system can be named.
   */
  system: NonBlank;
  /**
   * id: The id in that system, not blank. A CVR number has eight digits and a check digit that fits, a P-number ten digits, a SOR code at least eleven, and an FFB code is a UUID; an id of any other system has any form.
   */
  value: NonBlank;
}
/**
 * oprindelse – origin: Where the content comes from.
 */
export interface Meta {
  /**
   * kildesystem – source system: The system that wrote the document, not blank.
   */
  sourceSystem?: NonBlank | null;
  /**
   * udtrukket – extracted on: The day on which the content was taken out of that system.
   */
  extractedAt?: Day | null;
  /**
   * forfatterens rolle – role of the author: The role in which someone wrote it. The person is not named.
   */
  authorRole?: string | null;
  /**
   * kildedokument – source document: The document that the content was read from.
   */
  sourceDocument?: OriginalDocument | null;
}
/**
 * kildedokument – source document: The document that a content was read from: a Word file, a scan.
 */
export interface OriginalDocument {
  /**
   * titel – title: Its title.
   */
  title?: string | null;
  /**
   * dato – date: Its date.
   */
  date?: PartialDate | null;
  /**
   * afsnit – section: The part of it, if the content is not the whole.
   */
  section?: SectionNumber | null;
}
/**
 * validering – validation: Under what a draft was checked, as a report and a final document state it.
 */
export interface Stamp {
  /**
   * valideringsdato – date of validation: The day that was checked for.
   */
  asOf: Day;
  /**
   * profil – profile: Only the name.
   */
  profile: string;
  /**
   * tal – figures: Kept as it was read, even if it states the figures of the general profile.
   */
  figures?: Figures | null;
  /**
   * slået fra – switched off: The rules that the profile switched off.
   */
  switchedOff?: SwitchedOff[] | null;
  /**
   * accepteret – suppressed: The findings that were accepted on the day.
   */
  suppressed?: Suppression[] | null;
  /**
   * egne regler – custom rules: The caller's custom rules that were also checked.
   */
  customRules?: RuleCode[] | null;
  /**
   * regeludgave – rule edition: The edition of the rules.
   */
  ruleEdition: number;
}
/**
 * tal – figures: Figures that differ between regions and years.
 */
export interface Figures {
  /**
   * temaer pr. område – themes per area: The number of themes in each of the two areas of generation 1 (R-069); absent means 3.
   */
  themesPerArea?: number | null;
  /**
   * indikatorer pr. standard – indicators per standard: The number of indicators that are set for each standard (R-071); absent means 2.
   */
  indicatorsPerStandard?: number | null;
  /**
   * højeste antal standarder – most standards: The most standards that the common set aims at (R-072); absent means 6.
   */
  standardsAtMost?: number | null;
  /**
   * højeste antal indikatorer – most indicators: The most indicators that the common set aims at (R-072); absent means 12.
   */
  indicatorsAtMost?: number | null;
  /**
   * målinger pr. niveau – measurements per level: The number of measurements that the level of a phase of a series should be based on; absent means 12, the public practice of Danish run charts.
   */
  measurementsPerLevel?: number | null;
  /**
   * fællesskabets måltal senest – community targets by: The day by which the target figures of a community are agreed (R-026); absent means the first dated follow-up of the focus area.
   */
  communityTargetsFixedBy?: Day | null;
  /**
   * aftalens ramme – frame of an agreement: What an agreement must state about its period and its parties (R-001).
   */
  agreementFrame?: AgreementFrame | null;
  /**
   * dialogmøder om året – dialogue meetings a year: How many dialogue meetings about the whole agreement are held in its year (R-018); absent means that none are required.
   */
  dialogueMeetings?: number | null;
  /**
   * tilstandsvurderingens højeste alder i måneder – most months of a state assessment: How many months old a state assessment may be (S-018); absent means that there is no limit.
   */
  stateAssessmentMonths?: number | null;
  /**
   * højeste antal måneder mellem selvevalueringer – most months between self-evaluations: The most months between two self-evaluations; absent means 12, as in Region Sjælland.
   */
  selfEvaluationMonths?: number | null;
  /**
   * højeste antal måneder mellem eksterne evalueringer – most months between external evaluations: The most months between two external evaluations; absent means 36, the public practice of the model.
   */
  externalEvaluationMonths?: number | null;
  /**
   * mindste antal surveyors – fewest surveyors: The fewest surveyors of an external evaluation; absent means 2, the public practice of the model.
   */
  surveyorsAtLeast?: number | null;
  /**
   * støtteopgaver ved fællesskaber – support tasks of communities: The support tasks that each area with a community has (R-045); if the list is empty, those that most of these areas have.
   */
  communitySupport?: SupportKind[] | null;
}
/**
 * fravalgt regel – rule switched off: A rule that a profile switches off.
 */
export interface SwitchedOff {
  /**
   * regel – rule: The code of the rule.
   */
  code: RuleCode;
  /**
   * begrundelse – reason: Why it does not apply.
   */
  reason: NonBlank;
}
/**
 * accepteret fund – accepted finding: Findings that are accepted until a day, for a reason.
 */
export interface Suppression {
  /**
   * regel – rule: The rule whose findings are accepted.
   */
  code: RuleCode;
  /**
   * fingeraftryk – fingerprint: The one finding that is accepted; absent if all findings of the rule are.
   */
  fingerprint?: Fingerprint | null;
  /**
   * begrundelse – reason: Why.
   */
  reason: NonBlank;
  /**
   * sidste dag – last day: The last day on which it is accepted.
   */
  lastDay: Day;
}
/**
 * lagt til side – set aside: A part of a text that could not be read, and was kept with the document.
 */
export interface SetAside {
  /**
   * sted – place: The object or list in the document that it was taken out of, as a JSON Pointer.
   */
  at: string;
  /**
   * fejl – fault: What was wrong with it.
   */
  kind: FaultKind;
  /**
   * værdi – value: The whole value as it was received; a number keeps its value, not its form (2.50 becomes 2.5). Text stands for what a Value cannot hold: a number with more digits than can be kept, an object with a repeated key, and what is nested too deep to be written and read again.
   */
  value: AnyJson;
  /**
   * nøgle – key: The key that it had in an object.
   */
  key?: string | null;
  /**
   * plads – position: Its position in a list, from 0. The items that were read have moved up since.
   */
  index?: number | null;
}
/**
 * driftsherre – operator: A draft of an operator (driftsherre) and everything that it runs.
 */
export interface Operator {
  /**
   * id: The id of this operator.
   */
  id: Id;
  /**
   * navn – name: The name.
   */
  name?: string | null;
  /**
   * id'er i andre systemer – ids in other systems: Its ids in other systems, such as its CVR number.
   */
  externalIds?: ExternalId[] | null;
  /**
   * art – kind: Whether it is a region, a municipality or another operator.
   */
  kind?: OperatorKind | null;
  /**
   * specialområder – specialised areas: The specialised areas.
   */
  areas?: SpecialisedArea[] | null;
  /**
   * tilbud – services: The services that belong to no specialised area.
   */
  services?: SocialService[] | null;
}
/**
 * specialområde – specialised area: A specialised area (specialområde): the level between an operator and its services.
 */
export interface SpecialisedArea {
  /**
   * id: The id of this specialised area.
   */
  id: Id;
  /**
   * navn – name: The name.
   */
  name?: string | null;
  /**
   * id'er i andre systemer – ids in other systems: Its ids in other systems, such as a P-number.
   */
  externalIds?: ExternalId[] | null;
  /**
   * tilbud – services: The services.
   */
  services?: SocialService[] | null;
}
/**
 * tilbud – service: A social service (tilbud): the unit that agreements are made with.
 */
export interface SocialService {
  /**
   * id: The id of this service.
   */
  id: Id;
  /**
   * navn – name: The name.
   */
  name?: string | null;
  /**
   * id'er i andre systemer – ids in other systems: Its ids in other systems, such as a P-number or a SOR code.
   */
  externalIds?: ExternalId[] | null;
  /**
   * lovgrundlag – legal basis: The provisions that it is run under, each once; empty if they are not stated.
   */
  legalBasis?: LegalBasis[] | null;
  /**
   * afdelinger – departments: The departments.
   */
  departments?: Department[] | null;
}
/**
 * afdeling – department: A department (afdeling) of a social service.
 */
export interface Department {
  /**
   * id: The id of this department.
   */
  id: Id;
  /**
   * navn – name: The name.
   */
  name?: string | null;
  /**
   * id'er i andre systemer – ids in other systems: Its ids in other systems, such as a P-number or a SOR code.
   */
  externalIds?: ExternalId[] | null;
}
/**
 * standardsæt – standard set: A draft of a standard set (generation, sæt af standarder): themes, standards and indicators, including those that a region added.
 */
export interface StandardSet {
  /**
   * id: The id of this standard set.
   */
  id: Id;
  /**
   * navn – name: The name.
   */
  name?: Name | null;
  /**
   * generation: Range: from 1. The generation of the model; absent if the set is not a generation.
   */
  generation?: number | null;
  /**
   * udgivet – published: The date of publication.
   */
  published?: PartialDate | null;
  /**
   * antal ifølge teksten – stated numbers: How many standards and indicators the document says that it has, whatever it lists.
   */
  stated?: StatedNumbers | null;
  /**
   * omfang – scope: To which services the standards of each area apply, and from when.
   */
  scope?: Scope[] | null;
  /**
   * temaer – themes: The themes.
   */
  themes?: Theme[] | null;
  /**
   * standarder – standards: The standards. Each refers to its theme.
   */
  standards?: Standard[] | null;
  /**
   * fælles kvalitetsprojekter – common quality projects: The regions' common projects, from which indicators can take their figures.
   */
  projects?: QualityProject[] | null;
  /**
   * retningsgivende dokumenter – guiding documents: The documents that guide the work with the standards.
   */
  guidance?: GuidingDocument[] | null;
}
/**
 * navn – name: A name in Danish and, if there is one, in English.
 */
export interface Name {
  /**
   * dansk navn – Danish name: The Danish name.
   */
  da?: string | null;
  /**
   * engelsk navn – English name: The English name.
   */
  en?: string | null;
}
/**
 * antal ifølge teksten – stated numbers: How many standards and indicators a document says that its set has.
 */
export interface StatedNumbers {
  /**
   * standarder – standards: Unit: standards.
   */
  standards?: number | null;
  /**
   * indikatorer – indicators: Unit: indicators.
   */
  indicators?: number | null;
}
/**
 * omfang – scope: To which services the standards of one area apply (omfang), and from when.
 */
export interface Scope {
  /**
   * område – area: The area whose standards apply.
   */
  area: StandardArea;
  /**
   * tilbud – services: The services.
   */
  services: CoveredServices;
  /**
   * fra – from: The first day; absent if it is not stated.
   */
  from?: PartialDate | null;
  /**
   * til og med – until: The last day; absent if none is stated, and then the scope applies until further notice.
   */
  until?: PartialDate | null;
}
/**
 * tema – theme: A theme (tema): what a standard is about.
 */
export interface Theme {
  /**
   * id: The id of this theme.
   */
  id: Id;
  /**
   * område – area: The area of the theme.
   */
  area: StandardArea;
  /**
   * oprindelse – origin: Whether it is one of the common themes or one that a region added with a standard of its own.
   */
  origin: Origin;
  /**
   * navn – name: The name.
   */
  name?: Name | null;
  /**
   * aktiviteter – activities: The activities that its standard and indicators can build on (aktiviteter, der kan indgå).
   */
  activities?: Activity[] | null;
}
/**
 * aktivitet – activity: An activity that can be part of the work on a theme (aktivitet, der kan indgå).
 */
export interface Activity {
  /**
   * aktivitet – activity: The activity in words.
   */
  text: string;
  /**
   * grundlag – basis: Why it is listed under this theme: stated if its own words name the theme, derived if only its position in the list shows it.
   */
  basis: Basis;
}
/**
 * standard: A standard (kvalitetsmål, standard): the two Danish words mean the same in the source.
 */
export interface Standard {
  /**
   * id: The id of this standard.
   */
  id: Id;
  /**
   * tema – theme: The theme of the standard.
   */
  theme: Id;
  /**
   * oprindelse – origin: Whether it is one of the common standards or one that a region added.
   */
  origin: Origin;
  /**
   * navn – name: The name, if it has one besides that of its theme.
   */
  name?: Name | null;
  /**
   * nummer – number: The number, such as 1.3 (service-specific) or 2.3 (organisational; MOD038). The publication of 2007 has no numbers.
   */
  number?: SectionNumber | null;
  /**
   * indikatorer – indicators: The indicators. Each belongs to exactly one standard (R-075).
   */
  indicators?: Indicator[] | null;
}
/**
 * indikator – indicator: An indicator (indikator) of a standard.
 */
export interface Indicator {
  /**
   * id: The id of this indicator.
   */
  id: Id;
  /**
   * oprindelse – origin: Where it comes from; if absent, it comes from where its standard comes from.
   */
  origin?: Origin | null;
  /**
   * ordlyd – wording: The indicator in words, different for each indicator of a standard (MOD040).
   */
  statement?: string | null;
  /**
   * tæller – numerator: What is counted (tæller): not the words of the denominator (MOD041).
   */
  numerator?: string | null;
  /**
   * nævner – denominator: Of how many (nævner). none states that there is none.
   */
  denominator?: Denominator | null;
  /**
   * retning – direction: Whether higher or lower figures are better.
   */
  direction?: Direction | null;
  /**
   * datakilde – data source: Where the figures come from (datakilde).
   */
  dataSource?: string | null;
  /**
   * fra projekterne – from the projects: The surveys and indicator programmes that give the figures.
   */
  projects?: Id[] | null;
}
/**
 * fælles kvalitetsprojekt – common quality project: One of the regions' common quality projects (fælles regionale kvalitetsprojekter) that are part of the model: a survey, an indicator programme, a development project.
 */
export interface QualityProject {
  /**
   * id: The id of this common quality project.
   */
  id: Id;
  /**
   * navn – name: The name.
   */
  name?: Name | null;
  /**
   * slags – kind: The kind of project.
   */
  kind?: ProjectKind | null;
  /**
   * kerne eller valgfrit – core or optional: Whether all regions carry it out.
   */
  part?: ProjectPart | null;
  /**
   * regioner – regions: What is known of the participation of single regions.
   */
  regions?: RegionInProject[] | null;
}
/**
 * en regions deltagelse – participation of a region: The participation of one region in a common project. Regions may be ahead of others (R-082).
 */
export interface RegionInProject {
  /**
   * region: The region.
   */
  region?: Id | null;
  /**
   * regionens navn – name of the region: The name of the region in the document.
   */
  name?: string | null;
  /**
   * deltagelse – membership: Whether it takes part. Not stated is not no.
   */
  membership?: Membership | null;
  /**
   * fra – from: From when it takes part, or takes part no longer.
   */
  from?: PartialDate | null;
  /**
   * omfang – extent: To what extent it takes part, in words; absent if it does not (MOD033).
   */
  extent?: string | null;
}
/**
 * retningsgivende dokument – guiding document: A guiding document (retningsgivende dokument, retningslinje, vejledning) for standards of the set.
 */
export interface GuidingDocument {
  /**
   * niveau – layer: The layer.
   */
  layer: GuidanceLayer;
  /**
   * titel – title: The title.
   */
  title?: string | null;
  /**
   * standarder – standards: The standards that it is about.
   */
  standards?: Id[] | null;
  /**
   * trin – steps: The steps that it guides, such as a manual for steps 3 and 4.
   */
  steps?: QualityStep[] | null;
  /**
   * udstedt af – issued by: Who issued it.
   */
  issuedBy?: string | null;
  /**
   * dateret – dated: When it was issued or last revised.
   */
  issuedOn?: PartialDate | null;
}
/**
 * tilpasning af et standardsæt – tailoring of a standard set: A region's tailoring of a standard set (tilpasning): its own additions and other changes, each with who decided it, when and why.
 */
export interface Tailoring {
  /**
   * id: The id of this tailoring of a standard set.
   */
  id: Id;
  /**
   * bygger på – base: The set that it is based on.
   */
  base: Id;
  /**
   * det tilpassede sæt – tailored set: The id of the tailored set; absent if the tailored set is not kept as a set of its own.
   */
  result?: Id | null;
  /**
   * navn – name: The name of the tailored set.
   */
  name?: Name | null;
  /**
   * region: The region.
   */
  region?: Id | null;
  /**
   * regionens navn – name of the region: The name of the region in the document.
   */
  regionName?: string | null;
  /**
   * ændringer – changes: The changes, in the order in which they are made.
   */
  changes?: TailoringChange[] | null;
}
/**
 * ændring – change: One change of a tailoring, with where it comes from.
 */
export interface TailoringChange {
  /**
   * ændring – change: What is changed.
   */
  change: SetChange;
  /**
   * besluttet af – decided by: The body or role that decided it, such as regionsrådet; never the name of a person.
   */
  decidedBy?: string | null;
  /**
   * besluttet den – decided on: When it was decided.
   */
  decidedOn?: PartialDate | null;
  /**
   * begrundelse – reason: Why.
   */
  reason?: string | null;
}
/**
 * måling – measurement: A draft of a measurement (måling): the result of one unit for one indicator in one period.
 */
export interface Measurement {
  /**
   * id: The id of this measurement.
   */
  id: Id;
  /**
   * indikator – indicator: The indicator that is measured. Target figures refer to the same id.
   */
  indicator?: Id | null;
  /**
   * indberettende enhed – reporting unit: The unit that the figures are about.
   */
  reportingUnit?: OrgUnit | null;
  /**
   * periode – period: The days that the figures cover; a single day for a count as of that day.
   */
  period?: Period | null;
  /**
   * måleresultat – result: The result.
   */
  observed?: Observed | null;
  /**
   * intet resultat – no result: Why there is no result. It replaces observed; rule MEA010 reports a measurement with both.
   */
  noResult?: NoResult | null;
  /**
   * population: The population in words.
   */
  population?: string | null;
  /**
   * spurgte – asked: Unit: people. How many were asked.
   */
  asked?: number | null;
  /**
   * svar – answered: Unit: people. How many of those asked answered.
   */
  answered?: number | null;
  /**
   * datakilde – data source: Where the figures come from and how they were counted.
   */
  dataSource?: string | null;
  /**
   * trukket – extracted on: The day on which the figures were extracted from the source.
   */
  extractedAt?: Day | null;
}
/**
 * periode – period: A period (periode) from one day to another, both included.
 */
export interface Period {
  /**
   * første dag – first day: The first day.
   */
  start: Day;
  /**
   * sidste dag – last day: The last day, included.
   */
  end: Day;
}
/**
 * måltal – target figure: A target figure (måltal), as a draft: it holds whatever a real document states about it.
 */
export interface TargetFigure {
  /**
   * id: The id of this target figure.
   */
  id: Id;
  /**
   * afsnit – section: Where the document states it.
   */
  section?: SectionNumber | null;
  /**
   * emne – topic: What it is about, in a word or two. Figures with the same topic belong together.
   */
  topic?: string | null;
  /**
   * indikator – indicator: What is measured.
   */
  indicator?: TargetIndicator | null;
  /**
   * retning – direction: Whether the value is a minimum or a maximum.
   */
  direction?: Direction | null;
  /**
   * værdi – value: The figure, in unit.
   */
  value?: Decimal | null;
  /**
   * enhed – unit: The unit of the figure.
   */
  unit?: Unit | null;
  /**
   * population: The people or things that are counted.
   */
  population?: Population | null;
  /**
   * måletidspunkt – measuring time: When it is measured. If it has passed, it is listed as a deadline; no rule reports it.
   */
  measuredAt?: When | null;
  /**
   * udgangspunkt – baseline: The figure before anything was done. It is better than value, as direction counts it, only if the figure is a level to be kept (TAR016).
   */
  baseline?: Baseline | null;
  /**
   * datakilde – data source: Where the figures come from.
   */
  dataSource?: string | null;
  /**
   * aftales af – agreed by: Who agrees it.
   */
  agreedBy?: Forum | null;
  /**
   * status: How far the figure has come. A measurement in the same bundle does not change it.
   */
  state?: TargetState | null;
  /**
   * forløb – history: The steps so far, oldest first. If each has a date, the latest one by date counts as the last, or else the last one in the list.
   */
  history?: TargetStep[] | null;
  /**
   * ens for alle tilbud – the same for all services: Whether it is worded the same for every service, whatever the state of each (1.5.3).
   */
  sameForAll?: boolean | null;
}
/**
 * indikator – indicator: What a target figure measures.
 */
export interface TargetIndicator {
  /**
   * indikator – indicator: The indicator. Measurements that count for the figure name the same one.
   */
  id: Id;
  /**
   * formulering – statement: The indicator in words.
   */
  statement?: string | null;
}
/**
 * population: The people or things that a target figure is about.
 */
export interface Population {
  /**
   * beskrivelse – description: The population in words.
   */
  description?: string | null;
  /**
   * udvalgt af – selected by: Who selects what is counted, if a list is to be made: the network selects the requirements (1.8.5).
   */
  selectedBy?: Forum | null;
  /**
   * lagt fast den – fixed on: When the list was fixed.
   */
  fixedOn?: PartialDate | null;
  /**
   * liste – list: The list itself, such as the requirements that the network selected.
   */
  items?: string[] | null;
}
/**
 * udgangspunkt – baseline: The figure before anything was done.
 */
export interface Baseline {
  /**
   * værdi – value: The figure. Rule TAR008 asks for it and for its unit.
   */
  value?: Decimal | null;
  /**
   * enhed – unit: Its unit.
   */
  unit?: Unit | null;
  /**
   * opgjort den – counted on: When it was counted.
   */
  on?: PartialDate | null;
  /**
   * intet resultat – no result: Why there is no figure; absent if there is one, or if the document does not say.
   */
  noResult?: NoResult | null;
}
/**
 * trin – step: One step in the life of a target figure.
 */
export interface TargetStep {
  /**
   * status: The state after the step.
   */
  state?: TargetState | null;
  /**
   * dato – date: When.
   */
  on?: PartialDate | null;
  /**
   * beslutning – decision: The decision behind it; a step back needs one that is recorded.
   */
  decision?: Decision | null;
}
/**
 * beslutning – decision: A recorded decision: who, when or why.
 */
export interface Decision {
  /**
   * besluttet af – decided by: Who decided.
   */
  by?: string | null;
  /**
   * besluttet den – decided on: When.
   */
  on?: PartialDate | null;
  /**
   * begrundelse – reason: Why.
   */
  reason?: string | null;
}
/**
 * PDSA-cyklus – PDSA cycle: A PDSA cycle (PDSA-cirkel, kvalitetscirkel, prøvehandling), as a draft: one small test of one change. A phase that the document does not state is absent.
 */
export interface PdsaCycle {
  /**
   * id: The id of this PDSA cycle.
   */
  id: Id;
  /**
   * tilbud, der afprøver – testing service: The service that tests; absent if the document does not say, or if it is that of the document.
   */
  service?: Id | null;
  /**
   * mål – aim: The aim that it serves (mål).
   */
  aim?: Id | null;
  /**
   * målinger – measures: The measures that show whether the change is an improvement (målinger).
   */
  measures?: Id[] | null;
  /**
   * forandring – change: The change that is tested (forandring).
   */
  change?: string | null;
  /**
   * omfang – scale: How many citizens, members of staff or occasions it is tested with, from 0. All cycles of a series count the same thing.
   */
  scale?: number | null;
  /**
   * i alt i enheden – in the whole unit: The number of them in the whole department or service, whether tested or not. A test of fewer is a test on small scale.
   */
  whole?: number | null;
  /**
   * planlægning (plan) – plan: What is to be tested, and what is expected.
   */
  plan?: Plan | null;
  /**
   * afprøvning (do) – do: What was done and observed; do in the exchange format.
   */
  do?: CarriedOut | null;
  /**
   * analyse (study) – study: How the observations compare with the plan.
   */
  study?: Study | null;
  /**
   * beslutning (act) – act: What was decided.
   */
  act?: Act | null;
  /**
   * forrige cyklus – previous cycle: The cycle before this one in its series.
   */
  previous?: Id | null;
  /**
   * næste cyklus – next cycle: The cycle after this one in its series.
   */
  next?: Id | null;
}
/**
 * planlægning (plan) – plan: Plan: the question, the prediction, and who tests where and when.
 */
export interface Plan {
  /**
   * spørgsmål – question: The objective, or the question that the test is to answer (formål, spørgsmål).
   */
  question?: string | null;
  /**
   * forudsigelse – prediction: What is expected to happen (forudsigelse, hypotese).
   */
  prediction?: string | null;
  /**
   * begrundelse – rationale: Why the change is expected to lead to it: the theory, the evidence or the experience behind it.
   */
  rationale?: string | null;
  /**
   * hvem – who: Who carries out the test.
   */
  who?: string | null;
  /**
   * hvor – where: Where it is carried out.
   */
  place?: string | null;
  /**
   * hvornår – when: When it is to be carried out.
   */
  when?: When | null;
  /**
   * data, der indsamles – data to collect: Which data are to be collected, and how.
   */
  data?: string | null;
  /**
   * planens dato – date of the plan: When the plan was made.
   */
  on?: PartialDate | null;
}
/**
 * afprøvning (do) – do: Do: what was done and observed (udfør, afprøv).
 */
export interface CarriedOut {
  /**
   * dato – date: When it was carried out.
   */
  on?: PartialDate | null;
  /**
   * iagttagelser – observations: What was observed, including problems and surprises.
   */
  observations?: string | null;
  /**
   * målinger – measurements: The measurements that were made.
   */
  data?: Id[] | null;
  /**
   * data med ord – data in words: Data in words, if no measurement is recorded.
   */
  dataInWords?: string | null;
}
/**
 * analyse (study) – study: Study: the data compared with the prediction, and what is learned (undersøg, analysér).
 */
export interface Study {
  /**
   * dato – date: When it was studied.
   */
  on?: PartialDate | null;
  /**
   * sammenligning – comparison: What happened, compared with the prediction (sammenligning).
   */
  comparison?: string | null;
  /**
   * læring – learning: What is learned from it (læring).
   */
  learned?: string | null;
}
/**
 * beslutning (act) – act: Act: what is decided about the change (handl, justér).
 */
export interface Act {
  /**
   * dato – date: When it was decided.
   */
  on?: PartialDate | null;
  /**
   * beslutning – decision: The decision.
   */
  decision?: ActDecision | null;
  /**
   * begrundelse – reason: The reason for it.
   */
  reason?: string | null;
}
/**
 * forbedringsfællesskab – improvement community: An improvement community (forbedringsfællesskab), as a draft: social services that agree target figures together and test changes before they spread them.
 */
export interface ImprovementCommunity {
  /**
   * id: The id of this improvement community.
   */
  id: Id;
  /**
   * emne – topic: The topic, in a word or two.
   */
  topic?: string | null;
  /**
   * gruppe – body: The id under which agreements name it as a body. Only with this id can a bundle compare the membership that an agreement states with the list here (BUN003, BUN004).
   */
  body?: Id | null;
  /**
   * kommissorium – charter: What it is for, on which terms, and until when (kommissorium).
   */
  charter?: Charter | null;
  /**
   * medlemmer – members: The services that the document lists, including those that do not take part.
   */
  members?: CommunityMember[] | null;
  /**
   * styregruppe – steering group: The steering group (styregruppe).
   */
  steeringGroup?: SteeringGroup | null;
  /**
   * roller – roles: Who works in it, by role and service.
   */
  roles?: CommunityRole[] | null;
  /**
   * proces, der overvåges – monitored process: The process that is monitored when it starts (kvalitetsovervågning af …, R-035).
   */
  monitoredProcess?: string | null;
  /**
   * mål – aims: What is to be accomplished (mål).
   */
  aims?: Aim[] | null;
  /**
   * målinger – measures: What shows whether a change is an improvement (målinger).
   */
  measures?: Measure[] | null;
  /**
   * måltal – target figures: The target figures, each for one service (differentierede mål).
   */
  targets?: MemberTarget[] | null;
  /**
   * PDSA-cyklusser – PDSA cycles: The tests, in any order; their links form series.
   */
  cycles?: PdsaCycle[] | null;
  /**
   * udbredelse – spread: How changes spread from where they were shown to be effective.
   */
  spreads?: ChangeSpread[] | null;
  /**
   * audits på tværs – cross-audits: The audits that services make of each other.
   */
  crossAudits?: CrossAudit[] | null;
  /**
   * læring – lessons: What was learned, and who took it over.
   */
  lessons?: Lesson[] | null;
}
/**
 * kommissorium – charter: The charter of a community (kommissorium): what it is for, on which terms, who set it up, and until when.
 */
export interface Charter {
  /**
   * formål – purpose: What the community is for.
   */
  purpose?: string | null;
  /**
   * vilkår – terms: What the services agree to when they take part, such as time for tests.
   */
  terms?: string[] | null;
  /**
   * nedsat af – set up by: Who set the community up.
   */
  setUpBy?: string | null;
  /**
   * begynder – starts on: When it begins.
   */
  startsOn?: PartialDate | null;
  /**
   * slutter – ends on: When it ends. Aims are due, tests planned and carried out, audits held and figures agreed by then (IMP022, IMP041); figures can be measured later.
   */
  endsOn?: PartialDate | null;
}
/**
 * medlem – member: One social service, and whether it takes part.
 */
export interface CommunityMember {
  /**
   * tilbud – social service: The service.
   */
  service: Id;
  /**
   * navn – name: The name.
   */
  name?: string | null;
  /**
   * deltagelse – membership: Whether it takes part; not stated if the field is absent. A service that has left is a member until its last day, and is listed again if it returns.
   */
  membership?: Membership | null;
  /**
   * fra – from: The first day on which that holds; absent if it has held from the beginning, or if the document does not say.
   */
  from?: PartialDate | null;
  /**
   * til og med – until: The last day on which that holds; absent if it still holds, or if the document does not say.
   */
  until?: PartialDate | null;
  /**
   * tilstandsvurdering – state assessment: The state assessment that the membership rests on (tilstandsvurdering).
   */
  stateAssessment?: StateAssessmentRef | null;
}
/**
 * henvisning til tilstandsvurdering – reference to a state assessment: What a document says about the state assessment (tilstandsvurdering) that a membership or a target figure rests on. The assessment itself is a document of its own, StateAssessment.
 */
export interface StateAssessmentRef {
  /**
   * vurderingen – assessment: The assessment, if it is a document.
   */
  assessment?: Id | null;
  /**
   * kilde – source: Where it is found, such as a review or a report.
   */
  source?: string | null;
  /**
   * dato – date: When it was made.
   */
  on?: PartialDate | null;
  /**
   * bygger på data – based on data: Whether it rests on data.
   */
  dataBased?: boolean | null;
  /**
   * viser et behov – shows a need: Whether it shows a need on the area in question.
   */
  showsNeed?: boolean | null;
}
/**
 * styregruppe – steering group: The steering group of a community (styregruppe).
 */
export interface SteeringGroup {
  /**
   * gruppe – body: The body.
   */
  body: Id;
  /**
   * navn – name: The name.
   */
  name?: string | null;
}
/**
 * rolle i fællesskabet – role in the community: The people of one role and service who work in a community: a count, no names.
 */
export interface CommunityRole {
  /**
   * rolle – role: The role, such as head of service or safety representative.
   */
  role?: string | null;
  /**
   * tilbud – social service: The service that they come from; absent for somebody from elsewhere.
   */
  service?: Id | null;
  /**
   * antal – number: Unit: people. How many.
   */
  count?: number | null;
}
/**
 * mål – aim: An aim (mål): what is to be accomplished, and as far as it is stated, how much, by when and for whom.
 */
export interface Aim {
  /**
   * id: The id of this aim.
   */
  id: Id;
  /**
   * mål med ord – aim in words: The aim in words.
   */
  statement?: string | null;
  /**
   * hvor meget – how much: The threshold to reach.
   */
  howMuch?: Threshold | null;
  /**
   * hvornår – by when: When it is to be accomplished. If it has passed, it is listed as a deadline; no rule reports it.
   */
  by?: When | null;
  /**
   * for hvem – for whom: Whom it is for.
   */
  forWhom?: string | null;
  /**
   * drivere – drivers: What has to change for the aim to be reached (drivere), as a driver diagram shows it.
   */
  drivers?: Driver[] | null;
  /**
   * nået den – reached on: When it was reached; absent if it has not been, or if the document does not say.
   */
  reachedOn?: PartialDate | null;
}
/**
 * tærskel – threshold: A figure with its direction and unit (måltal, tærskel), such as "at least 80 percent".
 */
export interface Threshold {
  /**
   * retning – direction: Whether the figure is a minimum or a maximum.
   */
  direction: Direction;
  /**
   * værdi – value: The figure, which itself meets the threshold. Any Decimal is allowed; a percentage outside 0 to 100 is compared like any other.
   */
  value: Decimal;
  /**
   * enhed – unit: The unit of the figure.
   */
  unit: Unit;
}
/**
 * driver: A driver (primær driver): something that has to change for the aim to be reached.
 */
export interface Driver {
  /**
   * driver med ord – driver in words: The driver in words.
   */
  statement?: string | null;
  /**
   * sekundære drivere – secondary drivers: What it consists of (sekundære drivere).
   */
  secondary?: SecondaryDriver[] | null;
  /**
   * forandringsidéer – change ideas: The changes that may move it, if no secondary driver has them.
   */
  ideas?: ChangeIdea[] | null;
}
/**
 * sekundær driver – secondary driver: A part of a driver (sekundær driver), and the changes that may move it.
 */
export interface SecondaryDriver {
  /**
   * driver med ord – driver in words: The driver in words.
   */
  statement?: string | null;
  /**
   * forandringsidéer – change ideas: The changes that may move it.
   */
  ideas?: ChangeIdea[] | null;
}
/**
 * forandringsidé – change idea: A change idea (forandringsidé): the answer to the third question. It serves the aim that it belongs to.
 */
export interface ChangeIdea {
  /**
   * idé med ord – idea in words: The idea in words.
   */
  statement?: string | null;
}
/**
 * måling – measure: A measure (måling): it shows whether a change is an improvement.
 */
export interface Measure {
  /**
   * id: The id of this measure.
   */
  id: Id;
  /**
   * målingens art – kind of measure: What it measures: results, the process, or side effects.
   */
  kind?: MeasureKind | null;
  /**
   * måling med ord – measure in words: The measure in words.
   */
  statement?: string | null;
  /**
   * mål – aim: The aim that it serves.
   */
  aim?: Id | null;
  /**
   * indikator – indicator: The indicator that it is measured by. Measurements refer to the same indicator.
   */
  indicator?: Id | null;
  /**
   * definition: How exactly it is counted (operationel definition).
   */
  definition?: string | null;
  /**
   * enhed – unit: In which unit.
   */
  unit?: Unit | null;
  /**
   * population: About whom or what (population).
   */
  population?: string | null;
  /**
   * hyppighed – frequency: How often it is measured.
   */
  frequency?: Interval | null;
  /**
   * datakilde – data source: Where the figures come from (datakilde).
   */
  dataSource?: string | null;
}
/**
 * måltal – target figure: A target figure for one service. It binds only that service, and only as a member (R-024).
 */
export interface MemberTarget {
  /**
   * tilbud – social service: The service that the figure is for.
   */
  service: Id;
  /**
   * måltal – target figure: The figure.
   */
  target: TargetFigure;
}
/**
 * udbredelse af en forandring – spread of a change: The spread of a change (udbredelse): it is shown to be effective somewhere, then tested by other services, then adapted to each of them, then implemented (R-037).
 */
export interface ChangeSpread {
  /**
   * forandring – change: The change.
   */
  change?: string | null;
  /**
   * virkning – effect: Whether it is shown to be effective; absent if the document does not say.
   */
  effect?: Effect | null;
  /**
   * tilbud – social services: How far it has come in each service, whether it takes part in the community or not.
   */
  services?: ServiceSpread[] | null;
}
/**
 * udbredelse til tilbud – spread to service: How far a change has come in one service.
 */
export interface ServiceSpread {
  /**
   * tilbud – social service: The service.
   */
  service: Id;
  /**
   * afprøvet – tested: Whether the service has tested the change.
   */
  tested?: SpreadStep | null;
  /**
   * tilpasset – adapted: Whether the change is adapted to the service.
   */
  adapted?: SpreadStep | null;
  /**
   * implementeret – implemented: Whether the change is implemented, that is part of daily work.
   */
  implemented?: SpreadStep | null;
}
/**
 * audit på tværs – cross-audit: An audit of one service by others (audits hos hinanden), in which the service itself may take part. It binds services whether they are members of the community or not (R-040). A panel that judges its own cases is a CaseAudit.
 */
export interface CrossAudit {
  /**
   * emne – topic: What it is about.
   */
  topic?: string | null;
  /**
   * auditeret tilbud – audited service: The service that is audited.
   */
  audited?: Id | null;
  /**
   * auditerende tilbud – auditing services: The services that audit it.
   */
  auditors?: Id[] | null;
  /**
   * afholdt – held on: When it was held; absent if it was not, or if the document does not say.
   */
  heldOn?: PartialDate | null;
}
/**
 * læring – lesson: What was learned (læring på tværs), from which cycle, and who took it over.
 */
export interface Lesson {
  /**
   * læring med ord – what was learned: What was learned.
   */
  learned?: string | null;
  /**
   * PDSA-cyklus – PDSA cycle: The cycle that it comes from.
   */
  cycle?: Id | null;
  /**
   * overtaget af – taken over by: The services that took it over.
   */
  takenOverBy?: Takeover[] | null;
}
/**
 * overtagelse – takeover: A service that took over what was learned.
 */
export interface Takeover {
  /**
   * tilbud – social service: The service.
   */
  service: Id;
  /**
   * dato – date: When it did.
   */
  on?: PartialDate | null;
}
/**
 * drifts- og udviklingsaftale – development agreement: A development agreement (drifts- og udviklingsaftale), as a draft: it can hold everything that a real document states, and what the document does not state is absent.
 */
export interface DevelopmentAgreement {
  /**
   * id: The id of this development agreement.
   */
  id: Id;
  /**
   * titel – title: The title.
   */
  title?: string | null;
  /**
   * tilbud – social service: The social service that the agreement is about.
   */
  service?: ServiceRef | null;
  /**
   * år – year: The year in its title.
   */
  year?: number | null;
  /**
   * periode – period: The period, if the document states one.
   */
  period?: Period | null;
  /**
   * parter og underskrifter – parties and signatures: The parties: the social director, the head of the service, and any others that sign.
   */
  parties?: Party[] | null;
  /**
   * underskriftsdatoer uden part – signing days without a party: Signing days that the layout of the document assigns to no party.
   */
  unattributedSigningDays?: PartialDate[] | null;
  /**
   * indholdsfortegnelse – table of contents: The table of contents.
   */
  contents?: ContentsEntry[] | null;
  /**
   * ramme – framework: The policies, strategies and agreements that the agreement rests on.
   */
  framework?: FrameworkDocument[] | null;
  /**
   * grupper – bodies: The bodies that the document sets up or describes.
   */
  bodies?: Body[] | null;
  /**
   * indsatsområder – focus areas: The focus areas (målområder, indsatsområder).
   */
  focusAreas?: FocusArea[] | null;
  /**
   * opfølgning på hele aftalen – follow-up of the whole agreement: How the agreement as a whole is followed up.
   */
  followUps?: FollowUp[] | null;
  /**
   * driftsopgaver – duties of daily operation: Its duties of daily operation that have a deadline or a limit.
   */
  duties?: DailyDuties | null;
  /**
   * noter – notes: Remarks on sections of the document.
   */
  notes?: Note[] | null;
}
/**
 * tilbud – social service: A reference to a social service.
 */
export interface ServiceRef {
  /**
   * id: The service.
   */
  id: Id;
  /**
   * navn – name: What the document calls it.
   */
  name?: string | null;
  /**
   * driftsherre – operator: Who runs it.
   */
  operator?: OperatorRef | null;
}
/**
 * driftsherre – operator: A reference to an operator (driftsherre).
 */
export interface OperatorRef {
  /**
   * id: The operator.
   */
  id: Id;
  /**
   * navn – name: What the document calls it.
   */
  name?: string | null;
}
/**
 * part – party: A party to an agreement. It says whether the document names a person, but never whom.
 */
export interface Party {
  /**
   * rolle – role: The role.
   */
  role: PartyRole;
  /**
   * navngivet – named: Whether the document names a person.
   */
  named?: boolean | null;
  /**
   * underskrevet – signed on: The date beside the signature.
   */
  signedOn?: PartialDate | null;
}
/**
 * linje i indholdsfortegnelsen – contents entry: A line of a table of contents.
 */
export interface ContentsEntry {
  /**
   * afsnitsnummer – section number: The number of the section.
   */
  number: SectionNumber;
  /**
   * titel – title: The title.
   */
  title?: string | null;
}
/**
 * rammedokument – framework document: A policy, strategy or agreement that frames the choice of focus areas.
 */
export interface FrameworkDocument {
  /**
   * titel – title: The title.
   */
  title: string;
  /**
   * gælder fra – valid from: The first day, month or year in which it is valid.
   */
  from?: PartialDate | null;
  /**
   * gælder til – valid to: The last day, month or year in which it is valid.
   */
  to?: PartialDate | null;
  /**
   * gælder indtil videre – valid until further notice: Whether it is valid until further notice, as acts of parliament are. to is then absent.
   */
  openEnded?: boolean | null;
}
/**
 * gruppe – body: A body that a document sets up or describes.
 */
export interface Body {
  /**
   * id: The id of this body.
   */
  id: Id;
  /**
   * gruppens art – type of body: The kind of body.
   */
  kind: BodyKind;
  /**
   * navn – name: The name.
   */
  name?: string | null;
  /**
   * kommissorium – terms of reference: Its terms of reference, if the document refers to them: without title and date if it only says that there are some.
   */
  terms?: TermsOfReference | null;
  /**
   * forventes oprettet – only expected: Whether it is only expected to be set up, as the consortia are (1.1).
   */
  expected?: boolean | null;
  /**
   * mandat – mandate: What it may do, as the document says. An empty list is not stated.
   */
  mandate?: Mandate[] | null;
  /**
   * antal møder – number of meetings: How many meetings it is given beforehand (R-090).
   */
  meetings?: number | null;
  /**
   * frist for arbejdet – deadline of its work: By when its work is to be finished (R-090). AGR074 compares its terms, decisions, support tasks, rows and extensions with it, and what is done with the date of its terms.
   */
  deadline?: PartialDate | null;
  /**
   * pladser – seats: Who sits in it.
   */
  seats?: Seat[] | null;
}
/**
 * kommissorium – terms of reference: The terms of reference of a body (kommissorium): what it is to do (1.8.2, 1.11.2).
 */
export interface TermsOfReference {
  /**
   * titel – title: The title.
   */
  title?: string | null;
  /**
   * dato – date: When they were decided.
   */
  on?: PartialDate | null;
}
/**
 * plads i gruppen – seat in a body: A seat in a body: whom it represents, never the name of a person.
 */
export interface Seat {
  /**
   * repræsenterer – represents: The organisation, unit or profession, such as områdechef.
   */
  represents?: string | null;
  /**
   * rolle – role: The role.
   */
  role?: SeatRole | null;
}
/**
 * indsatsområde – focus area: A focus area (målområde, indsatsområde): whom it binds, which bodies the service takes part in, its actions, its target figures and its follow-ups.
 */
export interface FocusArea {
  /**
   * id: The id of this focus area.
   */
  id: Id;
  /**
   * nummer – number: The number of its section in the document.
   */
  number?: SectionNumber | null;
  /**
   * titel – title: The title.
   */
  title?: string | null;
  /**
   * hvem det forpligter – who is bound: Whom its duties bind; empty if the document does not say.
   */
  scope?: ScopeOfDuty[] | null;
  /**
   * udbredes til – to be spread to: Whom its results are to be spread to, if the document says so. If these are all services, scope must include them or awaitingSchedule, or a decision of the area must say when that is settled (AGR025).
   */
  spreadTo?: ScopeOfDuty[] | null;
  /**
   * deltagelse – participation: The bodies of the area, and whether the service takes part in them.
   */
  participation?: Participation[] | null;
  /**
   * parternes forpligtelser – duties of the parties: What a party is to do, apart from the actions of the service.
   */
  duties?: PartyDuty[] | null;
  /**
   * indsatser – actions: What the service does (indsats).
   */
  actions?: Action[] | null;
  /**
   * Socialafdelingens opgaver – support tasks: What others do for the services: the department (Socialafdelingens opgaver), a working group, a network.
   */
  supportTasks?: SupportTask[] | null;
  /**
   * måltal – target figures: The target figures (måltal).
   */
  targets?: TargetFigure[] | null;
  /**
   * opfølgninger – follow-ups: The follow-ups (opfølgning).
   */
  followUps?: FollowUp[] | null;
  /**
   * bebudede beslutninger – announced decisions: The decisions that the document announces.
   */
  decisions?: AnnouncedDecision[] | null;
  /**
   * myndighedernes kritik – criticism by authorities: What authorities have criticised.
   */
  criticisms?: Criticism[] | null;
  /**
   * tilstandsvurdering – state assessment: The state assessment that its target figures rest on.
   */
  stateAssessment?: StateAssessmentRef | null;
  /**
   * krav i teksten – demands of the text: What its text demands of the services.
   */
  demands?: Demand[] | null;
  /**
   * reviderede retningslinjer – revised guidelines: The guidelines that were revised because of what monitoring found.
   */
  revisions?: GuidelineRevision[] | null;
  /**
   * forskningsprojekter – research projects: The research projects that were proposed.
   */
  research?: ResearchProject[] | null;
}
/**
 * deltagelse – participation: One body, and whether the service takes part in it.
 */
export interface Participation {
  /**
   * gruppe – body: The body.
   */
  body: Id;
  /**
   * gruppens art – type of body: The kind of body.
   */
  kind: BodyKind;
  /**
   * gruppens navn – name of the body: The name of the body.
   */
  name?: string | null;
  /**
   * tilbuddets deltagelse – membership: Whether the service takes part; not stated if the field is absent.
   */
  membership?: Membership | null;
  /**
   * afsnit – section: The section that says so.
   */
  section?: SectionNumber | null;
  /**
   * tilstandsvurdering – state assessment: The state assessment that the membership rests on.
   */
  stateAssessment?: StateAssessmentRef | null;
  /**
   * nedsættes i afsnit – set up in sections: The sections that set the body up.
   */
  setUpIn?: SectionNumber[] | null;
}
/**
 * forpligtelse for en part – duty of a party: A duty of one party, apart from what the service as a whole does: the local leaders are to commit themselves to making room for development (1.1).
 */
export interface PartyDuty {
  /**
   * påhviler – party: The role of the party.
   */
  of: PartyRole;
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * tekst – text: What the party is to do.
   */
  text?: string | null;
}
/**
 * indsats – action: An action (indsats) of the service.
 */
export interface Action {
  /**
   * id: The id of this action.
   */
  id: Id;
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * tekst – text: What is done.
   */
  text?: string | null;
  /**
   * hvornår – when: When it is done: a date, a schedule, or who decides.
   */
  when?: When | null;
  /**
   * tilsigtet ændring – intended change: The intended change.
   */
  aim?: ChangeAim | null;
  /**
   * deltager i – takes part in: The body that the service takes part in by this action; absent if the action is something else.
   */
  takesPartIn?: Id | null;
  /**
   * udført den – done on: When it was done; absent if it is not done, or if the document does not say.
   */
  doneOn?: PartialDate | null;
  /**
   * opgivet den – given up on: When it was given up, so that nothing more is to be done (opgivet); absent if it is not, or if the document does not say.
   */
  givenUpOn?: PartialDate | null;
  /**
   * begrundelse for at opgive den – reason for giving it up: Why it was given up, and who decided that.
   */
  givenUpReason?: string | null;
  /**
   * viderefører – continues: The action of an earlier agreement that this one continues, if it has another id here.
   */
  continues?: EarlierAction | null;
  /**
   * trin – step: Its step, if the actions and support tasks of the area have an order: lower steps come first. If a later step is done, an earlier one whose deadline has passed must have doneOn (AGR055). Range: 0 to 255.
   */
  step?: number | null;
  /**
   * midler til og med – funded until: Until when there is money for it; absent if the document does not say.
   */
  fundedUntil?: PartialDate | null;
}
/**
 * ændring – change: What an action is to change: the kind of change, and as much of baseline, size and date as is stated.
 */
export interface ChangeAim {
  /**
   * slags ændring – kind of change: Which way.
   */
  kind?: ChangeAimKind | null;
  /**
   * udgangspunkt – baseline: How things are now.
   */
  baseline?: Baseline | null;
  /**
   * størrelse – size: By how much, in unit: the amount of the change, never negative. For a loss it is the loss allowed; what is to be maintained has none.
   */
  size?: Decimal | null;
  /**
   * enhed – unit: The unit of the size.
   */
  unit?: Unit | null;
  /**
   * dato – date: By when.
   */
  by?: When | null;
}
/**
 * indsats i en tidligere aftale – action of an earlier agreement: An action of an earlier agreement.
 */
export interface EarlierAction {
  /**
   * id: The action.
   */
  id: Id;
}
/**
 * støtteopgave – support task: What the department (Socialafdelingens opgave) or a body does for the services.
 */
export interface SupportTask {
  /**
   * tekst – text: What is done.
   */
  text: string;
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * udføres af – done by: The body that does it; absent if the department does it.
   */
  by?: Id | null;
  /**
   * art – kind: What kind of task it is, if it is one of those that recur.
   */
  kind?: SupportKind | null;
  /**
   * hvornår – when: When it is done.
   */
  when?: When | null;
  /**
   * udført den – done on: When it was done; absent if it is not done, or if the document does not say.
   */
  doneOn?: PartialDate | null;
  /**
   * trin – step: Its step, if the actions and support tasks of the area have an order: lower steps come first (1.7: first map the supervisors, then plan). If a later step is done, an earlier one whose deadline has passed must have doneOn (AGR055). Range: 0 to 255.
   */
  step?: number | null;
  /**
   * planlægger opfølgningerne – plans the follow-ups: The follow-ups that are planned by this task (1.8.2).
   */
  plans?: Id[] | null;
}
/**
 * opfølgning – follow-up: A follow-up (opfølgning): when it takes place, in what form, and what is followed up.
 */
export interface FollowUp {
  /**
   * id: The id of this follow-up.
   */
  id: Id;
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * hvornår – when: When it takes place.
   */
  when?: When | null;
  /**
   * form: The form.
   */
  form?: FollowUpForm | null;
  /**
   * hvad der følges op på – what is followed up: What is reported or examined.
   */
  on?: string | null;
  /**
   * indsatser, der følges op på – actions followed up: The actions that are followed up. A follow-up that names neither actions nor target figures is about its whole area; a follow-up of the whole agreement is then about all areas.
   */
  actions?: Id[] | null;
  /**
   * måltal, der følges op på – target figures followed up: The target figures that are followed up.
   */
  targets?: Id[] | null;
  /**
   * holdes med – held with: With whom a meeting is held. A dialogue meeting about the whole agreement must say so (AGR022).
   */
  with?: PartyRole[] | null;
  /**
   * behandler den næste aftale – covers the next agreement: Whether the next agreement is covered as well (R-019).
   */
  nextAgreement?: boolean | null;
  /**
   * gennemført den – done on: When it took place; absent if it has not, or if the document does not say. A recurring follow-up is not done after one occasion.
   */
  doneOn?: PartialDate | null;
  /**
   * planlægges af – planned by: The body that plans it; absent if nobody has to.
   */
  plannedBy?: Id | null;
}
/**
 * bebudet beslutning – announced decision: A decision that the document announces (der tages stilling til), such as what follows a pilot (1.10), or reports. A decision that has been taken has a date, someone who took it, and what it changes.
 */
export interface AnnouncedDecision {
  /**
   * afsnit – section: The section that announces it.
   */
  section?: SectionNumber | null;
  /**
   * hvad der skal besluttes – what is to be decided: What is to be decided.
   */
  text?: string | null;
  /**
   * træffes af – decided by: The body or role that decides.
   */
  by?: string | null;
  /**
   * hvornår – when: When it is decided.
   */
  when?: When | null;
  /**
   * efter pilotprojektet – after the pilot: The pilot that it follows.
   */
  after?: Id | null;
  /**
   * pilotprojektet slutter – pilot ends: When the pilot ends. If only a month is stated, the pilot may end on any day of it, so AGR057 finds only a decision before the month.
   */
  pilotedUntil?: PartialDate | null;
  /**
   * truffet den – decided on: When it was taken; absent if it is not, or if the document does not say.
   */
  decidedOn?: PartialDate | null;
  /**
   * træffes af gruppen – decided by the body: The body that decides, if the document describes it.
   */
  body?: Id | null;
  /**
   * gruppens del – part of the body: What the body does in the decision; absent if it decides or approves, and the document does not say which.
   */
  act?: Mandate | null;
  /**
   * hvad den ændrer – what it changes: What it changes.
   */
  changes?: string | null;
}
/**
 * kritik fra en myndighed – criticism by an authority: What an authority has criticised, ordered or decided, as stated in the document (1.3, 1.7), and the actions that answer it.
 */
export interface Criticism {
  /**
   * myndighed – authority: The authority.
   */
  authority: Authority;
  /**
   * art – kind: What it is; absent if the document does not say.
   */
  kind?: CriticismKind | null;
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * hvad den gælder – what it is about: What is criticised, ordered or decided.
   */
  text?: string | null;
  /**
   * frist – deadline: The day by which the authority is to be answered; absent if the document does not say.
   */
  deadline?: PartialDate | null;
  /**
   * besvares af – answered by: The actions of the agreement that answer it.
   */
  answeredBy?: Id[] | null;
  /**
   * givet den – given on: When the authority gave it.
   */
  givenOn?: PartialDate | null;
  /**
   * afsluttet den – closed on: When the authority closed it; absent if it is open, or if the document does not say.
   */
  closedOn?: PartialDate | null;
}
/**
 * krav i teksten – demand of the text: What the text demands of the services (skal), and the actions that carry it out (1.2, 1.3, 1.9).
 */
export interface Demand {
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * tekst – text: What is demanded.
   */
  text?: string | null;
  /**
   * gennemføres ved – carried out by: The actions that carry it out.
   */
  actions?: Id[] | null;
}
/**
 * revideret retningslinje – revised guideline: A guideline that was revised because of what monitoring found, and the monitoring that comes after it (1.9).
 */
export interface GuidelineRevision {
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * retningslinje – guideline: The guideline.
   */
  guideline?: string | null;
  /**
   * hvad overvågningen viste – what monitoring found: What monitoring found.
   */
  finding?: string | null;
  /**
   * konstateret – found on: When it was found.
   */
  foundOn?: PartialDate | null;
  /**
   * revideret – revised on: When the guideline was revised.
   */
  revisedOn?: PartialDate | null;
  /**
   * overvåges igen ved – monitored again by: The follow-up in which the revised guideline is monitored: one of the same area or of the whole agreement, whatever its form, or quality monitoring of another area (AGR085).
   */
  monitoredBy?: Id | null;
}
/**
 * forskningsprojekt – research project: A proposed research project: a working group clarifies it, sends it to the assessment committee (bedømmelsesudvalg), and it is put out to tender (1.13.1).
 */
export interface ResearchProject {
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * titel – title: The title.
   */
  title?: string | null;
  /**
   * tilbud – social services: The services that take part.
   */
  services?: Id[] | null;
  /**
   * skønnet klar – found ready on: When it was found to be ready.
   */
  readyOn?: PartialDate | null;
  /**
   * sendt til bedømmelse – sent to assessment on: When it was sent to the assessment committee.
   */
  sentOn?: PartialDate | null;
  /**
   * bedømt – assessed on: When the committee assessed it.
   */
  assessedOn?: PartialDate | null;
  /**
   * udbudt – tendered on: When it was put out to tender.
   */
  tenderedOn?: PartialDate | null;
}
/**
 * driftsopgaver – list of daily duties: Duties of daily operation (driftsopgaver), as a draft: a document of its own, or a part of a development agreement. It records no person: roles, buildings, days and counts alone.
 */
export interface DailyDuties {
  /**
   * id: The id of this list of daily duties.
   */
  id: Id;
  /**
   * titel – title: What people call the list.
   */
  title?: string | null;
  /**
   * tilbud – social service: The social service; in an agreement that of the agreement.
   */
  service?: Id | null;
  /**
   * lovpligtig uddannelse – statutory training: Training that the law requires of those who hold a role.
   */
  training?: StatutoryTraining[] | null;
  /**
   * sikkerhedsgennemgang – safety review: The safety review of the buildings.
   */
  buildingReview?: BuildingReview | null;
  /**
   * rapportering af utilsigtede hændelser – reporting of adverse events: How adverse events are reported.
   */
  eventReporting?: EventReporting | null;
  /**
   * kontakt ved sygefravær – contacts in sick leave: When the leader is in contact with staff on sick leave.
   */
  sickLeaveContacts?: ContactModel | null;
  /**
   * risikovurdering – risk assessment: How risk is assessed.
   */
  riskAssessment?: RiskAssessment | null;
  /**
   * sundhedsfaglig overvågning – health monitoring: Monitorings of health care.
   */
  healthMonitoring?: HealthMonitoring[] | null;
}
/**
 * lovpligtig uddannelse – statutory training: Training that the law requires of those who hold a role, within a number of months of their election or appointment.
 */
export interface StatutoryTraining {
  /**
   * id: The id of this statutory training.
   */
  id: Id;
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * uddannelse – training: Which training.
   */
  text?: string | null;
  /**
   * inden for måneder – within months: The limit. Unit and range: calendar months, 0 to 255.
   */
  withinMonths?: number | null;
  /**
   * medlemmer – members: Those who are to have it.
   */
  members?: TrainedMember[] | null;
  /**
   * optalt – counted: How many of those whose limit has passed had it in time. Listed members are among them.
   */
  counted?: Fulfilment | null;
}
/**
 * medlem – member: Somebody who is to have a training, by role: no names.
 */
export interface TrainedMember {
  /**
   * rolle – role: The role, such as representative of the staff.
   */
  role?: string | null;
  /**
   * valgt eller udpeget – elected or appointed: When the member was elected or appointed.
   */
  startedOn?: PartialDate | null;
  /**
   * til og med – until: The last day in the role, for a member who has left (fratrådt); absent for one who has not, or if the document does not say.
   */
  until?: PartialDate | null;
  /**
   * gennemført – completed on: When the training was completed.
   */
  completedOn?: PartialDate | null;
}
/**
 * optælling – counts: How often something was done that was to be done, counted without persons.
 */
export interface Fulfilment {
  /**
   * skulle opfyldes – due: How many were due.
   */
  due?: number | null;
  /**
   * opfyldt til tiden – met in time: How many of these were met in time.
   */
  met?: number | null;
}
/**
 * sikkerhedsgennemgang – safety review: The safety review of all buildings where citizens stay, within a window.
 */
export interface BuildingReview {
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * periode – window: The days on which it can take place.
   */
  window?: Period | null;
  /**
   * bygninger – buildings: The buildings.
   */
  buildings?: ReviewedBuilding[] | null;
}
/**
 * bygning – building: A building, and what its review led to.
 */
export interface ReviewedBuilding {
  /**
   * navn – name: What people call it.
   */
  name?: string | null;
  /**
   * borgere opholder sig der – citizens stay there: Whether citizens stay in it.
   */
  usedByCitizens?: boolean | null;
  /**
   * gennemgået – reviewed on: When it was reviewed.
   */
  reviewedOn?: PartialDate | null;
  /**
   * forbedringer – improvements: Which improvements the review led to. What is planned or carried out needs a day of review (DUT019).
   */
  improvements?: Improvements | null;
}
/**
 * rapportering af utilsigtede hændelser – reporting of adverse events: How adverse events (utilsigtede hændelser) are reported: one by one, or in a batch where that is allowed.
 */
export interface EventReporting {
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * må samlerapporteres – may be reported in a batch: The types of events that may be reported in a batch here. The authority lists the possible ones, and the local management decides. An empty list is not stated.
   */
  batchTypes?: EventType[] | null;
  /**
   * rapporteringer – reports: The reports.
   */
  reports?: EventReport[] | null;
}
/**
 * rapportering – report: A report of one adverse event, or of a batch of the same type.
 */
export interface EventReport {
  /**
   * hændelsestype – type of event: Which type of event.
   */
  event?: EventType | null;
  /**
   * risiko – risk: The highest risk of the events in it.
   */
  risk?: PatientSafetyRisk | null;
  /**
   * form – manner: Whether it is about one event or a batch.
   */
  manner?: ReportManner | null;
  /**
   * frist – by: By when it is to be sent. No source sets a limit, so no rule compares it; the agenda lists it.
   */
  by?: When | null;
  /**
   * rapporteret – reported on: When it was sent.
   */
  reportedOn?: PartialDate | null;
}
/**
 * kontaktmodel – contact model: A model of when the leader is in contact with staff on sick leave, such as 3-8-15 or 1-5-14. It says nothing about any person: what is recorded is the model, and how often it was kept.
 */
export interface ContactModel {
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * navn – name: What people call it.
   */
  name?: string | null;
  /**
   * der tælles – counting: Which days are counted.
   */
  counting?: DayCounting | null;
  /**
   * dagen for sygemeldingen er – day of the sickness report: Which number the day of the report has.
   */
  reportDay?: ReportDay | null;
  /**
   * kontakter – contacts: The contacts, in the order of their days.
   */
  contacts?: Contact[] | null;
}
/**
 * kontakt – contact: A contact of a model.
 */
export interface Contact {
  /**
   * dag – day: The day on which it is due. Unit and range: days as the model counts them, 0 to 65535.
   */
  day: number;
  /**
   * optalt – counted: How many were due, and held in time.
   */
  counted?: Fulfilment | null;
}
/**
 * risikovurdering – risk assessment: How the risk of assaults is assessed at a service: what an assessment covers, and how its method is chosen. It is about no single citizen.
 */
export interface RiskAssessment {
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * omfatter – covers: What an assessment covers. An empty list is not stated.
   */
  parts?: RiskPart[] | null;
  /**
   * metoden er forskellig fra borger til borger – method differs between citizens: Whether the method differs between citizens.
   */
  methodVaries?: boolean | null;
  /**
   * indikatorer for valg af metode – indicators for choosing the method: The indicators by which the method is chosen.
   */
  methodIndicators?: string | null;
  /**
   * metoden besluttes af – method decided by: Who decides on the method, by role.
   */
  methodDecidedBy?: string | null;
}
/**
 * sundhedsfaglig overvågning – health monitoring: A monitoring of health care (kvalitetsovervågning på det sundhedsfaglige arbejde), over the caller's own list of areas, and the reporting of its results.
 */
export interface HealthMonitoring {
  /**
   * afsnit – section: The section that states it.
   */
  section?: SectionNumber | null;
  /**
   * emne – topic: What it is about.
   */
  topic?: string | null;
  /**
   * områder – areas: The areas that it is to cover; a check by a doctor is one of them.
   */
  areas?: MonitoredArea[] | null;
  /**
   * hvornår – when: When it is to be carried out.
   */
  when?: When | null;
  /**
   * gennemført – done on: When it was carried out.
   */
  doneOn?: PartialDate | null;
  /**
   * rapporteres – reported by: When the results are to be reported.
   */
  reportBy?: When | null;
  /**
   * rapporteret – reported on: When the results were reported.
   */
  reportedOn?: PartialDate | null;
}
/**
 * overvåget område – monitored area: An area of a monitoring.
 */
export interface MonitoredArea {
  /**
   * navn – name: What people call it.
   */
  name?: string | null;
  /**
   * dækket – covered: Whether the monitoring covered it.
   */
  covered?: boolean | null;
}
/**
 * note: A remark on a section of the document.
 */
export interface Note {
  /**
   * tekst – text: The remark.
   */
  text: string;
  /**
   * afsnit – section: The section.
   */
  section?: SectionNumber | null;
}
/**
 * tilstandsvurdering – state assessment: A state assessment (tilstandsvurdering) of one social service, as a draft: what data show of its present state, topic by topic. Target figures and memberships rest on it.
 */
export interface StateAssessment {
  /**
   * id: The id of this state assessment.
   */
  id: Id;
  /**
   * titel – title: The title, or the review that it was part of.
   */
  title?: string | null;
  /**
   * tilbud – social service: The service whose state is assessed.
   */
  service?: ServiceRef | null;
  /**
   * dato – date: When it was made.
   */
  on?: PartialDate | null;
  /**
   * fornyes senest – to be renewed by: By when it is to be renewed; absent if no day has been set.
   */
  renewBy?: PartialDate | null;
  /**
   * emner – topics: What is assessed.
   */
  topics?: AssessedTopic[] | null;
}
/**
 * vurderet emne – assessed topic: One topic of a state assessment: the data, the need that they show, and the resources that follow.
 */
export interface AssessedTopic {
  /**
   * emne – topic: What it is about, in a word or two, as target figures name it.
   */
  topic?: string | null;
  /**
   * indsatsområde – focus area: The focus area of the agreement that rests on it.
   */
  focusArea?: Id | null;
  /**
   * datagrundlag – data: The data that the assessment rests on.
   */
  data?: AssessmentData[] | null;
  /**
   * hvad data viser – what the data show: What the data show.
   */
  finding?: string | null;
  /**
   * viser et behov – shows a need: Whether the data show a need.
   */
  showsNeed?: boolean | null;
  /**
   * ressourcer – resources: The resources that are put in.
   */
  resources?: string[] | null;
}
/**
 * datagrundlag – assessment data: Data that an assessment rests on.
 */
export interface AssessmentData {
  /**
   * kilde – source: Where they come from.
   */
  source?: string | null;
  /**
   * periode – period: The period that they are about.
   */
  period?: Period | null;
  /**
   * målinger – measurements: The measurements.
   */
  measurements?: Id[] | null;
}
/**
 * borger – citizen: A citizen with goals and sub-goals, as a draft: known by id only, no name and no number.
 */
export interface Citizen {
  /**
   * id: The id of this citizen.
   */
  id: Id;
  /**
   * tilbud – service: The service that the citizen lives at or uses.
   */
  service?: Id | null;
  /**
   * afdeling – department: The department.
   */
  department?: Id | null;
  /**
   * mål – goals: The goals of the municipality's order.
   */
  goals?: Goal[] | null;
  /**
   * delmål – sub-goals: The sub-goals of the service.
   */
  subGoals?: SubGoal[] | null;
}
/**
 * mål – goal: A goal of the municipality's order (indsatsmål, bestilling), from the action plan of § 141 of the Danish act on social services.
 */
export interface Goal {
  /**
   * id: The id of this goal.
   */
  id: Id;
  /**
   * tekst – text: The goal in words.
   */
  text?: string | null;
  /**
   * måltype – kind of goal: Whether it is to develop, to maintain, or to limit a loss.
   */
  kind?: GoalKind | null;
  /**
   * bestilt – ordered on: When the municipality ordered it.
   */
  orderedOn?: PartialDate | null;
  /**
   * slutdato – end date: When it ends.
   */
  endsOn?: PartialDate | null;
  /**
   * status: What became of it.
   */
  status?: GoalStatus | null;
  /**
   * koder – codes: National codes, such as those of KL.
   */
  codes?: ExternalId[] | null;
  /**
   * vurderinger – assessments: Judgements by a criterion set.
   */
  assessments?: GoalAssessment[] | null;
}
/**
 * vurdering – assessment: A judgement of a goal or sub-goal by a criterion set, by people.
 */
export interface GoalAssessment {
  /**
   * kriteriesæt – criterion set: By which set.
   */
  set?: Id | null;
  /**
   * dato – date: When.
   */
  on?: PartialDate | null;
  /**
   * vurderet af – judged by: Who judged, by role.
   */
  by?: string | null;
  /**
   * vurdering pr. kriterium – verdict on each criterion: The verdict on each criterion.
   */
  verdicts?: CriterionVerdict[] | null;
}
/**
 * kriterievurdering – verdict on a criterion: The verdict on one criterion.
 */
export interface CriterionVerdict {
  /**
   * kriterium – criterion: Which criterion.
   */
  criterion: Id;
  /**
   * bedømmelse – judgement: The verdict; absent if it is not stated.
   */
  judgement?: Judgement | null;
  /**
   * begrundelse – reason: Why.
   */
  reason?: string | null;
}
/**
 * delmål – sub-goal: A sub-goal (delmål) that a service makes of a goal of the municipality's order.
 */
export interface SubGoal {
  /**
   * id: The id of this sub-goal.
   */
  id: Id;
  /**
   * mål – goal: The goal that it serves.
   */
  goal?: Id | null;
  /**
   * tekst – text: The sub-goal in words.
   */
  text?: string | null;
  /**
   * måltype – kind of goal: Whether it is to develop, to maintain, or to limit a loss.
   */
  kind?: GoalKind | null;
  /**
   * indikator – indicator: What shows whether it is reached.
   */
  indicator?: string | null;
  /**
   * udgangspunkt – starting point: How things are at the start.
   */
  startingPoint?: string | null;
  /**
   * ønsket tilstand – wished state: How things are to be.
   */
  wishedState?: string | null;
  /**
   * indsats – intervention: What the staff does for it.
   */
  intervention?: string | null;
  /**
   * oprettet – set on: When it was set.
   */
  setOn?: PartialDate | null;
  /**
   * evalueringsdato – evaluation date: The day by which it is to be evaluated (evalueringsdato). If it has passed, it is counted and listed as a deadline, unless there was an evaluation since setOn, however early; no rule reports it.
   */
  evaluateBy?: PartialDate | null;
  /**
   * slutdato – end date: The day by which it is to be closed (slutdato). If it has passed, it is counted and listed as a deadline; no rule reports it.
   */
  endsOn?: PartialDate | null;
  /**
   * borgerens inddragelse – involvement of the citizen: Whether the citizen was involved in wording it, and how.
   */
  citizen?: CitizenInvolvement | null;
  /**
   * andre inddragede – others involved: Who else was involved.
   */
  others?: Involved[] | null;
  /**
   * måltrappe – goal staircase: The goal staircase (måltrappe): the steps from the starting point to the wished state.
   */
  staircase?: StaircaseStep[] | null;
  /**
   * evalueringer – evaluations: The evaluations so far.
   */
  evaluations?: GoalEvaluation[] | null;
  /**
   * status: What became of it.
   */
  status?: GoalStatus | null;
  /**
   * afsluttet – closed on: When it was closed.
   */
  closedOn?: PartialDate | null;
  /**
   * erstattet af – replaced by: The sub-goal that replaced it, for one with that status.
   */
  replacedBy?: Id | null;
  /**
   * koder – codes: National codes, such as those of KL.
   */
  codes?: ExternalId[] | null;
  /**
   * vurderinger – assessments: Judgements by a criterion set.
   */
  assessments?: GoalAssessment[] | null;
}
/**
 * inddraget person – person involved: Somebody other than the citizen who was involved, by role.
 */
export interface Involved {
  /**
   * rolle – role: In which role.
   */
  party: InvolvedParty;
  /**
   * hvordan – how: How.
   */
  how?: string | null;
}
/**
 * trin på måltrappen – step of the goal staircase: One step of a goal staircase.
 */
export interface StaircaseStep {
  /**
   * tekst – text: What is reached with it.
   */
  text?: string | null;
  /**
   * nået – reached on: When it was reached.
   */
  reachedOn?: PartialDate | null;
}
/**
 * evaluering – evaluation: One evaluation of a sub-goal.
 */
export interface GoalEvaluation {
  /**
   * dato – date: When it was made.
   */
  on?: PartialDate | null;
  /**
   * resultat – result: The result.
   */
  result?: GoalResult | null;
  /**
   * tekst – text: The evaluation in words.
   */
  text?: string | null;
  /**
   * borgerens inddragelse – involvement of the citizen: Whether the citizen was involved in it, and how.
   */
  citizen?: CitizenInvolvement | null;
}
/**
 * borgergruppe – caseload: A caseload (borgergruppe): the citizens of a service or of some of its departments.
 */
export interface Caseload {
  /**
   * id: The id of this caseload.
   */
  id: Id;
  /**
   * opgjort den – as of: The day that it shows. Without one, its service, its departments and their names must be as another document of a bundle says.
   */
  asOf?: PartialDate | null;
  /**
   * tilbud – service: The service, with its departments.
   */
  service?: SocialService | null;
  /**
   * kriteriesæt – criterion sets: The criterion sets that assessments name.
   */
  criterionSets?: CriterionSet[] | null;
  /**
   * borgere – citizens: The citizens.
   */
  citizens?: Citizen[] | null;
}
/**
 * kriteriesæt – criterion set: A criterion set (kriteriesæt): letters with their meaning. It is data, since the sources differ.
 */
export interface CriterionSet {
  /**
   * id: The id of this criterion set.
   */
  id: Id;
  /**
   * navn – name: What people call it.
   */
  name?: string | null;
  /**
   * version: Its version.
   */
  version?: string | null;
  /**
   * kilde – source: Where it is described.
   */
  source?: string | null;
  /**
   * kriterier – criteria: The criteria, in the order of the letters.
   */
  criteria?: Criterion[] | null;
}
/**
 * kriterium – criterion: A criterion: a letter and what it stands for.
 */
export interface Criterion {
  /**
   * id: The id of this criterion.
   */
  id: Id;
  /**
   * bogstav – letter: The letter. Two criteria of a set can share a letter only if the meanings of both begin with it, as with the R of SMARTER.
   */
  letter?: string | null;
  /**
   * betydning – meaning: What it stands for.
   */
  meaning?: string | null;
}
/**
 * casebaseret audit – case-based audit: A case-based audit (casebaseret audit), as a draft: professionals judge cases from practice by fixed questions, each alone beforehand and together at a meeting.
 */
export interface CaseAudit {
  /**
   * id: The id of this case-based audit.
   */
  id: Id;
  /**
   * emne – topic: What it is about.
   */
  topic?: string | null;
  /**
   * udtrukket tilfældigt – drawn at random: Whether the cases were drawn at random.
   */
  drawnAtRandom?: boolean | null;
  /**
   * cases: The cases.
   */
  cases?: AuditCase[] | null;
  /**
   * spørgsmål – questions: The questions of the assessment form (vurderingsskema).
   */
  questions?: AuditQuestion[] | null;
  /**
   * skala – scale: The labels of the answers, the lowest first, as the caller has them.
   */
  scale?: ScaleStep[] | null;
  /**
   * auditpanel – audit panel: Who judges.
   */
  panel?: PanelMember[] | null;
  /**
   * facilitatorer – facilitators: Who leads the meeting.
   */
  facilitators?: Facilitator[] | null;
  /**
   * afholdt – held on: When the panel met.
   */
  heldOn?: PartialDate | null;
  /**
   * individuelle besvarelser – individual answers: What each member answered alone.
   */
  answers?: AuditAnswer[] | null;
  /**
   * panelets vurderinger – judgements of the panel: What the panel judged together.
   */
  judgements?: AuditJudgement[] | null;
}
/**
 * case: A case of an audit: one citizen, by id only, and the material about the case.
 */
export interface AuditCase {
  /**
   * id: The id of this case.
   */
  id: Id;
  /**
   * borger – citizen: The citizen.
   */
  citizen?: Id | null;
  /**
   * afdeling – department: The department that the case is from.
   */
  department?: Id | null;
  /**
   * materiale – material: The material that the panel had. An empty list is not stated.
   */
  materials?: AuditMaterial[] | null;
}
/**
 * spørgsmål – question: A question of the assessment form.
 */
export interface AuditQuestion {
  /**
   * id: The id of this question.
   */
  id: Id;
  /**
   * spørgsmål – question: The question in words.
   */
  text?: string | null;
  /**
   * gælder – scope: Whether it is asked of each case or across them.
   */
  scope?: QuestionScope | null;
}
/**
 * trin på skalaen – step of the scale: A step of the scale of answers.
 */
export interface ScaleStep {
  /**
   * id: The id of this step of the scale.
   */
  id: Id;
  /**
   * betegnelse – label: What people call it.
   */
  label?: string | null;
}
/**
 * paneldeltager – panel member: A member of the panel, by role: no names.
 */
export interface PanelMember {
  /**
   * id: The id of this panel member.
   */
  id: Id;
  /**
   * rolle – role: The role, such as member of staff, leader or specialist.
   */
  role?: string | null;
  /**
   * afdeling – department: The department; absent for somebody from outside.
   */
  department?: Id | null;
}
/**
 * facilitator: Somebody who leads the meeting of the panel.
 */
export interface Facilitator {
  /**
   * rolle – role: The role or the organisation.
   */
  role?: string | null;
  /**
   * udefra – from outside: Whether the facilitator is from outside the service.
   */
  isExternal?: boolean | null;
  /**
   * medvirkede i indsatsen – took part in the change: Whether the facilitator took part in what is judged, as the trainer did in the source.
   */
  tookPart?: boolean | null;
}
/**
 * individuel besvarelse – individual answer: The answer of one member to one question, before the meeting.
 */
export interface AuditAnswer {
  /**
   * spørgsmål – question: Which question.
   */
  question: Id;
  /**
   * paneldeltager – panel member: Which member.
   */
  member: Id;
  /**
   * case: Which case; absent for a question across cases.
   */
  case?: Id | null;
  /**
   * før – before: The answer on the state before the change.
   */
  before?: Id | null;
  /**
   * efter – after: The answer on the state after it, or the only answer.
   */
  after?: Id | null;
  /**
   * besvaret – answered on: When it was given.
   */
  on?: PartialDate | null;
  /**
   * tekst – text: The answer in words.
   */
  text?: string | null;
}
/**
 * panelets vurdering – judgement of the panel: What the panel judged together on one question.
 */
export interface AuditJudgement {
  /**
   * spørgsmål – question: Which question.
   */
  question: Id;
  /**
   * case: Which case; absent for a question across cases, and for a judgement of all cases together.
   */
  case?: Id | null;
  /**
   * før – before: The state before the change.
   */
  before?: Id | null;
  /**
   * efter – after: The state after it, or the only judgement.
   */
  after?: Id | null;
  /**
   * tekst – text: The judgement in words.
   */
  text?: string | null;
}
/**
 * forbedringsprojekt – improvement project: An improvement project (forbedringsprojekt), as a draft: hypotheses, departments, a counting before and after, training, an audit, and the conclusions as claims that can be compared with the countings.
 */
export interface ImprovementProject {
  /**
   * id: The id of this improvement project.
   */
  id: Id;
  /**
   * titel – title: What people call it.
   */
  title?: string | null;
  /**
   * hypoteser – hypotheses: What is expected of the change (hypoteser).
   */
  hypotheses?: Hypothesis[] | null;
  /**
   * afdelinger – departments: The departments that take part.
   */
  departments?: ProjectDepartment[] | null;
  /**
   * begynder – starts on: When it begins.
   */
  startsOn?: PartialDate | null;
  /**
   * slutter – ends on: When it ends.
   */
  endsOn?: PartialDate | null;
  /**
   * optællinger – countings: The countings, in the order of time.
   */
  countings?: Counting[] | null;
  /**
   * oplæring – training: The training: what was planned and what was held.
   */
  training?: TrainingSession[] | null;
  /**
   * audit: The audit of cases.
   */
  audit?: CaseAudit | null;
  /**
   * konklusioner – claims: What the report concludes.
   */
  claims?: Claim[] | null;
  /**
   * implementeringsudfordringer – challenges: What made it hard (implementeringsudfordringer).
   */
  challenges?: Challenge[] | null;
  /**
   * plan for oplæringen – training plan: How the training is planned.
   */
  trainingPlan?: TrainingPlan | null;
}
/**
 * hypotese – hypothesis: What is expected of a change.
 */
export interface Hypothesis {
  /**
   * tekst – text: The hypothesis in words.
   */
  text?: string | null;
}
/**
 * afdeling i projektet – department of the project: A department of the project.
 */
export interface ProjectDepartment {
  /**
   * afdeling – department: Which one.
   */
  department: Id;
  /**
   * navn – name: Its name.
   */
  name?: string | null;
  /**
   * oplært før projektet – trained before: Whether it was trained before the project, so that its first counting is no baseline (S-034).
   */
  trainedBefore?: boolean | null;
}
/**
 * optælling – counting: One counting (optælling): on a day, by a definition, in a way.
 */
export interface Counting {
  /**
   * id: The id of this counting.
   */
  id: Id;
  /**
   * dato – date: When it was made.
   */
  on?: PartialDate | null;
  /**
   * tidspunkt i projektet – time in the project: When in the project it was made.
   */
  time?: CountingTime | null;
  /**
   * definition: What was counted, in words.
   */
  definition?: string | null;
  /**
   * optællingsmåde – method: How it was counted.
   */
  method?: CountMethod | null;
  /**
   * optalt – counts: The counts.
   */
  rows?: CountRow[] | null;
}
/**
 * optalt antal – count: One count of a process measure in one department.
 */
export interface CountRow {
  /**
   * afdeling – department: The department.
   */
  department: Id;
  /**
   * procesmål – process measure: What is counted.
   */
  measure: ProcessMeasure;
  /**
   * undtagelser – exceptions: Unit: citizens or sub-goals. How many exceptions.
   */
  exceptions?: number | null;
  /**
   * ud af – of: Unit: citizens or sub-goals. Of how many; without it no share can be given (R-144).
   */
  of?: number | null;
}
/**
 * oplæringsmøde – training session: A session of the training, with what was planned and what was held.
 */
export interface TrainingSession {
  /**
   * afdeling – department: The department.
   */
  department?: Id | null;
  /**
   * indhold – content: What it was planned to be.
   */
  content?: string | null;
  /**
   * planlagt – planned on: When it was planned.
   */
  plannedOn?: PartialDate | null;
  /**
   * afholdt – held on: When it was held.
   */
  heldOn?: PartialDate | null;
  /**
   * planlagt varighed – planned length: Unit: minutes. How long it was planned to be.
   */
  plannedMinutes?: number | null;
  /**
   * faktisk varighed – actual length: Unit: minutes. How long it was.
   */
  heldMinutes?: number | null;
  /**
   * nummer i rækken – number in the series: Its number among the sessions of its department, from 1; absent for a meeting that is not one of them.
   */
  number?: number | null;
  /**
   * borger – citizen: The citizen whose goals it works with, by id only (R-152).
   */
  citizen?: Id | null;
  /**
   * dele – parts: What it contained. An empty list is not stated.
   */
  parts?: SessionPart[] | null;
}
/**
 * konklusion – claim: A conclusion of a report, as a claim about its countings.
 */
export interface Claim {
  /**
   * id: The id of this claim.
   */
  id: Id;
  /**
   * tekst – text: The conclusion in the words of the report.
   */
  text?: string | null;
  /**
   * påstand – what it says: What it says.
   */
  says?: ClaimKind | null;
  /**
   * procesmål – process measures: The process measures that it is about. An empty list is all.
   */
  measures?: ProcessMeasure[] | null;
  /**
   * afdelinger – departments: The departments that it is about. An empty list is all.
   */
  departments?: Id[] | null;
  /**
   * procent – percent: Unit: percent. A percentage that it states.
   */
  percent?: Decimal | null;
  /**
   * procent af – percent of: How many the percentage is of.
   */
  percentOf?: number | null;
}
/**
 * implementeringsudfordring – challenge: Something that made the implementation hard.
 */
export interface Challenge {
  /**
   * tekst – text: In words.
   */
  text?: string | null;
}
/**
 * plan for oplæringen – training plan: How a project plans its training. The numbers are those of the project, and none of them need be stated. What is stated binds: a session with a number is no shorter, and has no higher number (PRJ019). The number of sessions, the weeks between them and their parts are compared with the plan as well, but no rule reports a difference.
 */
export interface TrainingPlan {
  /**
   * oplæringer i hver afdeling – sessions of each department: How many sessions each department has (R-151).
   */
  sessions?: number | null;
  /**
   * mindste varighed – least length: Unit: minutes. The least that a session lasts (R-151).
   */
  minutes?: number | null;
  /**
   * uger imellem, cirka – weeks between, about: Unit: weeks. About how long it is from one session to the next (R-151).
   */
  weeksBetween?: number | null;
  /**
   * første oplæring – first session: What the first session contains.
   */
  first?: SessionPart[] | null;
  /**
   * de følgende oplæringer – later sessions: What each later session contains.
   */
  later?: SessionPart[] | null;
  /**
   * personer, der kan oplære – people who can train: Unit: people. How many can hold the training (R-172).
   */
  trainers?: number | null;
}
/**
 * projekt med læringscirkler – project with learning circles: A project with learning circles (læringscirkler), as a draft: core elements that circles of staff and leaders develop, test and describe, the activities around them, and the project's own plan. It has no persons: those who take part are counted by role and sector.
 */
export interface CircleProject {
  /**
   * id: The id of this project with learning circles.
   */
  id: Id;
  /**
   * titel – title: What people call it.
   */
  title?: string | null;
  /**
   * begynder – starts on: When it begins.
   */
  startsOn?: PartialDate | null;
  /**
   * slutter – ends on: When it ends.
   */
  endsOn?: PartialDate | null;
  /**
   * plan: How many circles, participants and meetings it plans.
   */
  plan?: CirclePlan | null;
  /**
   * værdier – values: The values, and what is expected of them.
   */
  values?: ProjectValue[] | null;
  /**
   * kerneelementer – core elements: What is developed, tested and described (kerneelementer).
   */
  coreElements?: CoreElement[] | null;
  /**
   * læringscirkler – learning circles: The learning circles.
   */
  circles?: LearningCircle[] | null;
  /**
   * aktiviteter – activities: Workshops, seminars and coaching.
   */
  activities?: CircleActivity[] | null;
  /**
   * ressourcegruppe – resource group: The group that works beside the circles (ressourcegruppe).
   */
  resourceGroup?: ResourceGroup | null;
  /**
   * evalueringer – evaluations: The evaluations that the project presents or has made.
   */
  evaluations?: ProjectEvaluation[] | null;
}
/**
 * plan for et projekt med læringscirkler – plan of a project with learning circles: What a project with learning circles plans. The numbers are those of the project, and none of them need be stated. What is stated binds: a circle whose participants are listed has as many, all of the roles and none of another sector (CIR019). Test actions (CIR001, CIR002) and leaders who are coached (CIR016) are compared with the plan as well. All other numbers are shown next to what was carried out, and no rule reports a difference.
 */
export interface CirclePlan {
  /**
   * antal læringscirkler – number of circles: How many circles (R-117).
   */
  circles?: number | null;
  /**
   * antal kerneelementer – number of core elements: How many core elements (R-117).
   */
  coreElements?: number | null;
  /**
   * deltagere i en cirkel, mindst – participants of a circle, at least: Unit: people. The fewest in a circle (R-116).
   */
  participantsAtLeast?: number | null;
  /**
   * deltagere i en cirkel, højst – participants of a circle, at most: Unit: people. The most in a circle, included (R-116).
   */
  participantsAtMost?: number | null;
  /**
   * roller – roles: The roles that the participants of each circle are spread over, in the words that a circle has for them, in capitals or not (R-119).
   */
  roles?: string[] | null;
  /**
   * sektorer – sectors: The sectors that they come from, in the words that a circle has for them (R-120).
   */
  sectors?: string[] | null;
  /**
   * møder i hver cirkel – meetings of each circle: How often each circle meets (R-121).
   */
  meetingsOfCircle?: number | null;
  /**
   * prøvehandlinger på hvert møde – test actions at every meeting: Whether every meeting works with test actions (R-122).
   */
  testActionsAtEveryMeeting?: boolean | null;
  /**
   * prøvehandlinger efter PDSA – test actions follow PDSA: Whether test actions follow PDSA (R-123). If so, each of them is a PDSA cycle, and every meeting names as many in cycles as it says in testActions.
   */
  testActionsFollowPdsa?: boolean | null;
  /**
   * antal workshops – number of workshops: How many workshops for all circles (R-125).
   */
  workshops?: number | null;
  /**
   * antal seminarer – number of seminars: How many seminars (R-126).
   */
  seminars?: number | null;
  /**
   * måneder mellem lederworkshops – months between leader workshops: Unit: months. From one workshop of the leaders to the next, at most (R-127).
   */
  leaderWorkshopMonths?: number | null;
  /**
   * antal ledere – number of leaders: How many leaders are coached.
   */
  leaders?: number | null;
  /**
   * coaching af hver leder – coaching of each leader: How often each leader is coached (R-128).
   */
  coachingOfLeader?: number | null;
}
/**
 * værdi – value: A value of the project, and what is expected when there is more of it. A PDSA cycle can predict the same (R-132).
 */
export interface ProjectValue {
  /**
   * værdi – value: The value, such as more self-determination for citizens.
   */
  value?: string | null;
  /**
   * forventes – expected: What is expected to follow, such as more care and closeness.
   */
  expected?: string | null;
}
/**
 * kerneelement – core element: A core element (kerneelement): it is developed, then tested, then described (R-130).
 */
export interface CoreElement {
  /**
   * id: The id of this core element.
   */
  id: Id;
  /**
   * navn – name: What people call it.
   */
  name?: string | null;
  /**
   * udviklet – developed: Whether it is developed.
   */
  developed?: ElementStep | null;
  /**
   * afprøvet – tested: Whether it is tested.
   */
  tested?: ElementStep | null;
  /**
   * beskrevet – described: Whether it is described.
   */
  described?: ElementStep | null;
}
/**
 * trin – step: A step of a core element: what was planned and what was carried out.
 */
export interface ElementStep {
  /**
   * planlagt – planned on: By when it was planned.
   */
  plannedOn?: PartialDate | null;
  /**
   * gennemførelse – completion: Whether it was carried out.
   */
  completion?: Completion | null;
}
/**
 * læringscirkel – learning circle: A learning circle (læringscirkel): staff and leaders who meet and work with test actions.
 */
export interface LearningCircle {
  /**
   * id: The id of this learning circle.
   */
  id: Id;
  /**
   * navn – name: What people call it.
   */
  name?: string | null;
  /**
   * kerneelementer – core elements: The core elements that it works with. The source can be read as one for each circle or as all of them.
   */
  coreElements?: Id[] | null;
  /**
   * antal deltagere – number of participants: Unit: people. How many take part.
   */
  size?: number | null;
  /**
   * deltagere – participants: Those who take part, by role and sector.
   */
  participants?: CircleParticipants[] | null;
  /**
   * møder – meetings: Its meetings, in the order of time. They belong to the improvement track.
   */
  meetings?: CircleMeeting[] | null;
  /**
   * PDSA-cyklusser – PDSA cycles: Its test actions (prøvehandlinger) that are documented as PDSA cycles.
   */
  cycles?: PdsaCycle[] | null;
}
/**
 * deltagergruppe – group of participants: The people of one role and sector who take part in a circle: a count, no names.
 */
export interface CircleParticipants {
  /**
   * rolle – role: The role or profession, such as nurse or leader.
   */
  role?: string | null;
  /**
   * sektor – sector: The part of the organisation, such as home care.
   */
  sector?: string | null;
  /**
   * antal – number: Unit: people. How many.
   */
  count?: number | null;
}
/**
 * cirkelmøde – circle meeting: A meeting of a learning circle.
 */
export interface CircleMeeting {
  /**
   * planlagt – planned on: When it was planned.
   */
  plannedOn?: PartialDate | null;
  /**
   * gennemførelse – completion: Whether it was held.
   */
  completion?: Completion | null;
  /**
   * antal prøvehandlinger – number of test actions: How many test actions it worked with; 0 is none.
   */
  testActions?: number | null;
  /**
   * PDSA-cyklusser – PDSA cycles: Which of them are PDSA cycles.
   */
  cycles?: Id[] | null;
}
/**
 * aktivitet – activity: An activity beside the meetings of the circles.
 */
export interface CircleActivity {
  /**
   * aktivitetens art – kind of activity: The kind of activity.
   */
  kind: ActivityKind;
  /**
   * spor – track: The track that it belongs to.
   */
  track?: Track | null;
  /**
   * tema – theme: What it is about.
   */
  theme?: string | null;
  /**
   * planlagt – planned on: When it was planned.
   */
  plannedOn?: PartialDate | null;
  /**
   * gennemførelse – completion: Whether it was held.
   */
  completion?: Completion | null;
  /**
   * læringscirkler, der deltog – circles that took part: The circles that took part.
   */
  circles?: Id[] | null;
  /**
   * antal ledere – number of leaders: How many leaders took part or were coached.
   */
  leaders?: number | null;
}
/**
 * ressourcegruppe – resource group: The resource group (ressourcegruppe): it works beside the circles, and has a product of its own (R-129, S-028).
 */
export interface ResourceGroup {
  /**
   * navn – name: What people call it.
   */
  name?: string | null;
  /**
   * læringscirkler, den støtter – circles that it supports: The circles that it supports.
   */
  circles?: Id[] | null;
  /**
   * produkt – product: What it delivers, such as a description of the resources that the circles need.
   */
  product?: string | null;
  /**
   * planlagt – planned on: When the product was planned.
   */
  plannedOn?: PartialDate | null;
  /**
   * gennemførelse – completion: Whether the product is delivered.
   */
  completion?: Completion | null;
}
/**
 * evaluering – evaluation: An evaluation that is presented in the project.
 */
export interface ProjectEvaluation {
  /**
   * genstand – subject: What is evaluated.
   */
  subject?: string | null;
  /**
   * evaluator: Who evaluates.
   */
  by?: string | null;
  /**
   * handler om projektet – of the project itself: Whether the project itself is evaluated. The midway evaluation of the source is of another trial (S-027).
   */
  isOfProject?: boolean | null;
  /**
   * planlagt – planned on: When it was planned.
   */
  plannedOn?: PartialDate | null;
  /**
   * gennemførelse – completion: Whether it was made.
   */
  completion?: Completion | null;
}
/**
 * evaluering efter kvalitetsmodellen – evaluation: An evaluation of a social service by the quality model, as a draft.
 */
export interface Evaluation {
  /**
   * id: The id of this evaluation.
   */
  id: Id;
  /**
   * art – kind: The kind of evaluation.
   */
  kind: EvaluationKind;
  /**
   * titel – title: What people call it.
   */
  title?: string | null;
  /**
   * tilbud – social service: The social service that is evaluated, and who runs it.
   */
  service?: ServiceRef | null;
  /**
   * standardsæt – standard set: The standard set that applies (EVA002): of a published one its id, 6b76616c-6974-8000-8000-000100000000 (2007), …000900 (the nine) or …001200 (the twelve).
   */
  standardSet?: Id | null;
  /**
   * antal standarder ifølge teksten – stated number of standards: Unit: standards. How many there are according to the text.
   */
  statedStandards?: number | null;
  /**
   * skala – scale: The labels of the ratings, the lowest first. Not relevant and not rated are none of them.
   */
  scale?: ScaleStep[] | null;
  /**
   * sammenfatning – combination: How the ratings of the steps become the rating of a standard.
   */
  combination?: Combination | null;
  /**
   * planlagt dato – planned on: When it was planned.
   */
  plannedOn?: PartialDate | null;
  /**
   * dato for gennemførelsen – held on: When it was held: of an external evaluation, the visit.
   */
  heldOn?: PartialDate | null;
  /**
   * forrige evaluering – previous evaluation: When the latest one of this kind before it was held.
   */
  previousOn?: PartialDate | null;
  /**
   * næste evaluering – next evaluation: When the next one of this kind is held.
   */
  next?: When | null;
  /**
   * evaluatorer – evaluators: Who evaluates, learns or observes.
   */
  evaluators?: Evaluator[] | null;
  /**
   * grundlag – evidence: What the ratings rest on. An empty list is not stated.
   */
  evidence?: EvaluationEvidence[] | null;
  /**
   * standarder – standards: The standards that are evaluated, in the order of the document.
   */
  standards?: EvaluatedStandard[] | null;
  /**
   * indstilling – submission: The recommendation of the surveyors to a committee.
   */
  submission?: Submission | null;
}
/**
 * evaluator: Somebody who evaluates, learns to or observes: by role and organisation, without a name.
 */
export interface Evaluator {
  /**
   * rolle – role: What they do.
   */
  role?: EvaluatorRole | null;
  /**
   * baggrund – background: In what capacity they know the field.
   */
  background?: Background | null;
  /**
   * driftsherre – operator: The operator that they come from.
   */
  operator?: OperatorRef | null;
  /**
   * anden organisation – other organisation: The organisation that they come from, if it is no operator, such as the secretariat of the model.
   */
  organisation?: string | null;
  /**
   * uddannet – trained on: When they completed the training for evaluators.
   */
  trainedOn?: PartialDate | null;
  /**
   * tavshedspligt – confidentiality: Whether they are bound by confidentiality (tavshedspligt).
   */
  confidential?: boolean | null;
}
/**
 * evalueret standard – evaluated standard: A standard in an evaluation. The standard and its steps are rated, indicators are not: what was measured of one is a finding.
 */
export interface EvaluatedStandard {
  /**
   * standard: The standard.
   */
  standard?: Id | null;
  /**
   * nummer – number: The number in the document, such as 1.3.
   */
  number?: SectionNumber | null;
  /**
   * navn – name: The name in the document.
   */
  name?: string | null;
  /**
   * område – area: The area; if absent, that of the published standard with this id.
   */
  area?: StandardArea | null;
  /**
   * oprindelse – origin: Whether it is one of the common set, or one that a region added.
   */
  origin?: Origin | null;
  /**
   * overvågningsmetode – monitoring method: How it was monitored.
   */
  method?: MonitoringMethod | null;
  /**
   * audit: The audit by which it was monitored.
   */
  audit?: Id | null;
  /**
   * trin – steps: The quality steps that were evaluated, each with its rating if there is one.
   */
  steps?: StepRating[] | null;
  /**
   * indstillet vurdering – proposed rating: The rating that the surveyors propose (indstilling).
   */
  proposed?: Rating | null;
  /**
   * vurdering – rating: The rating: of an external evaluation, as the committee decided; else as the service rated itself.
   */
  rating?: Rating | null;
  /**
   * fund – findings: What was found.
   */
  findings?: EvaluationFinding[] | null;
  /**
   * anbefalinger – recommendations: What is recommended (anbefalinger).
   */
  recommendations?: Recommendation[] | null;
}
/**
 * vurdering af et trin – rating of a step: One of the four quality steps of a standard, and how it was rated.
 */
export interface StepRating {
  /**
   * trin – step: The step.
   */
  step: QualityStep;
  /**
   * vurdering – rating: The rating.
   */
  rating?: Rating | null;
}
/**
 * fund – finding: What an evaluation found about a standard.
 */
export interface EvaluationFinding {
  /**
   * id: The id of this finding.
   */
  id: Id;
  /**
   * trin – step: The quality step that it is about.
   */
  step?: QualityStep | null;
  /**
   * fundets art – kind of finding: Whether it rests on figures.
   */
  kind?: FindingKind | null;
  /**
   * tekst – text: What was found.
   */
  text?: string | null;
  /**
   * målinger – measurements: The figures that it rests on.
   */
  measurements?: Id[] | null;
  /**
   * viser en mangel – shows a gap: Whether it shows a gap (mangel) in the work with the standard.
   */
  showsGap?: boolean | null;
  /**
   * parameter hos Socialtilsynet – inspection parameter: The inspection parameter that it bears on, if the document says so. Nothing is rated by it.
   */
  parameter?: InspectionParameter | null;
}
/**
 * anbefaling – recommendation: A recommendation (anbefaling) for the further work with a standard, and what became of it.
 */
export interface Recommendation {
  /**
   * id: The id of this recommendation.
   */
  id: Id;
  /**
   * bygger på – rests on: The findings that it rests on.
   */
  findings?: Id[] | null;
  /**
   * tekst – text: The recommendation.
   */
  text?: string | null;
  /**
   * fører til trin – leads to step: The quality step that the work goes on with.
   */
  leadsTo?: QualityStep | null;
  /**
   * ansvarlig – responsible: Who carries it out, by role; may be left out.
   */
  responsible?: string | null;
  /**
   * senest – by: By when; may be left out.
   */
  by?: When | null;
  /**
   * hvad der blev af den – outcome: What became of it.
   */
  outcome?: RecommendationOutcome | null;
  /**
   * PDSA-cyklusser – PDSA cycles: The PDSA cycles that test a change because of it.
   */
  cycles?: Id[] | null;
  /**
   * overvåges igen – monitored again: When the standard is monitored again.
   */
  monitoredAgain?: When | null;
  /**
   * overvåget igen – monitored on: When it was monitored again.
   */
  monitoredOn?: PartialDate | null;
}
/**
 * indstilling – submission: The recommendation (indstilling) of the surveyors, which is put before a committee. The ratings that they propose are listed with the standards.
 */
export interface Submission {
  /**
   * afgivet – submitted on: When the surveyors made it.
   */
  submittedOn?: PartialDate | null;
  /**
   * udvalg – committee: The committee that it is put before.
   */
  committee?: string | null;
  /**
   * behandles – decide by: By when the committee decides.
   */
  decideBy?: When | null;
  /**
   * afgjort – decided on: When the committee decided.
   */
  decidedOn?: PartialDate | null;
}
/**
 * implementeringsplan – implementation plan: An implementation plan (implementeringsplan, tids- og handleplan), as a draft. It names no persons: who does something is a role or a body.
 */
export interface ImplementationPlan {
  /**
   * id: The id of this implementation plan.
   */
  id: Id;
  /**
   * titel – title: What people call it.
   */
  title?: string | null;
  /**
   * omfatter – covers: What it covers: all areas, all special units, or some of them.
   */
  scope?: PlanScope[] | null;
  /**
   * antal områder – number of areas: How many areas the organisation has, special units not counted. The plan may cover fewer of them (scope).
   */
  numberOfAreas?: number | null;
  /**
   * områder og specialenheder – areas and special units: The areas and special units that it names.
   */
  areas?: PlanArea[] | null;
  /**
   * roller i hvert område – roles in each area: The roles and bodies that each area has (R-110); special units need not have them.
   */
  areaRoles?: string[] | null;
  /**
   * roller i hver enhed – roles in each unit: The roles that each unit has (S-022).
   */
  unitRoles?: string[] | null;
  /**
   * grupper – bodies: The bodies that it sets up or describes.
   */
  bodies?: Body[] | null;
  /**
   * oprindeligt godkendt til – first approved until: Until when it was first approved to run.
   */
  approvedUntil?: PartialDate | null;
  /**
   * godkendt af – approved by: Who approved that.
   */
  approvedBy?: PlanActor | null;
  /**
   * forlængelser – extensions: The decisions to let it run longer, in the order of time.
   */
  extensions?: PlanExtension[] | null;
  /**
   * perioder uden ny praksis – times without new practice: The times in which no new practice begins (undgå at iværksætte), breaks between phases among them.
   */
  blackouts?: Blackout[] | null;
  /**
   * faser – phases: The phases, in the order of time. Each begins when the one before has ended, or after a time without new practice (PLA001).
   */
  phases?: PlanPhase[] | null;
}
/**
 * område eller specialenhed – area or special unit: An area or special unit in which a plan is carried out.
 */
export interface PlanArea {
  /**
   * id: The id of this area or special unit.
   */
  id: Id;
  /**
   * art – kind: Which of the two.
   */
  kind: AreaKind;
  /**
   * navn – name: The name.
   */
  name?: string | null;
  /**
   * til og med – until: The last day of an area or special unit that is closed (nedlagt); absent for one that is not, or if the plan does not say. Afterwards nothing has to be continued there (PLA013), and nobody has to be in charge of it (PLA019, PLA021).
   */
  until?: PartialDate | null;
  /**
   * forandringsejere – owners of the change: The roles that own the change there (forandringsejer), such as the directorate.
   */
  changeOwners?: string[] | null;
  /**
   * roller – roles: Which of the roles and bodies that the plan asks for it has; empty if the plan does not say.
   */
  roles?: string[] | null;
  /**
   * enheder – units: Its units.
   */
  units?: PlanUnit[] | null;
}
/**
 * enhed – unit: A unit (enhed) of an area.
 */
export interface PlanUnit {
  /**
   * navn – name: The name.
   */
  name?: string | null;
  /**
   * ledere – leaders: The roles that are responsible for the implementation in it, such as its leader (forandringsaktør).
   */
  leaders?: string[] | null;
  /**
   * roller – roles: Which of the roles that the plan asks for it has; empty if the plan does not say.
   */
  roles?: string[] | null;
}
/**
 * aktør – actor: Who does or decides something: a body of the plan, or a role.
 */
export interface PlanActor {
  /**
   * gruppe – body: The body.
   */
  body?: Id | null;
  /**
   * rolle – role: The role, or the name of a body that the plan does not describe.
   */
  role?: string | null;
}
/**
 * forlængelse – extension: A decision to let a plan run longer (forlængelse). It extends the plan as a whole, not a single phase or row. The end before it is that of the extension before, or else approved_until (R-097, R-098).
 */
export interface PlanExtension {
  /**
   * til – until: The new end.
   */
  until?: PartialDate | null;
  /**
   * besluttet den – decided on: When it was decided.
   */
  decidedOn?: PartialDate | null;
  /**
   * besluttet af – decided by: Who decided it.
   */
  decidedBy?: PlanActor | null;
  /**
   * begrundelse – reason: Why.
   */
  reason?: string | null;
  /**
   * tiltrådt af den, der godkendte – agreed by who approved: Whether those who approved the first end agree, or have left the decision to whoever took it (S-024).
   */
  agreed?: boolean | null;
}
/**
 * periode uden ny praksis – time without new practice: A time in which no new practice begins (undgå at iværksætte nye arbejdsgange), such as that around the roll-out of a system. What runs already goes on (R-099, R-100).
 */
export interface Blackout {
  /**
   * begrundelse – reason: Why, such as the roll-out of an electronic care record.
   */
  reason?: string | null;
  /**
   * begynder – starts on: When it begins.
   */
  startsOn?: PartialDate | null;
  /**
   * slutter – ends on: When it ends.
   */
  endsOn?: PartialDate | null;
}
/**
 * fase – phase: A phase (fase): its time, the tasks that are listed for it, and its part of the timetable.
 */
export interface PlanPhase {
  /**
   * nummer – number: Its number.
   */
  number?: number | null;
  /**
   * navn – name: What people call it.
   */
  name?: string | null;
  /**
   * begynder – starts on: When it begins.
   */
  startsOn?: PartialDate | null;
  /**
   * slutter – ends on: When it ends.
   */
  endsOn?: PartialDate | null;
  /**
   * formål – purposes: What it is for (formål).
   */
  purposes?: string[] | null;
  /**
   * opgaver – tasks: The tasks that the plan lists for it; empty if it lists none.
   */
  tasks?: PlanTask[] | null;
  /**
   * tidsplanens rækker – rows of the timetable: The rows of the timetable (tidsplan); empty if the plan does not show them.
   */
  rows?: TimetableRow[] | null;
}
/**
 * opgave – task: A task (opgave) that the plan lists for a phase. One row of the timetable can carry out several, and several rows one.
 */
export interface PlanTask {
  /**
   * id: The id of this task.
   */
  id: Id;
  /**
   * tekst – text: What is to be done.
   */
  text?: string | null;
  /**
   * arbejdets art – kinds of work: The kinds of work.
   */
  work?: PlanWork[] | null;
  /**
   * gennemførelse – completion: Whether it is carried out. Where one row alone carries it out, the two agree (PLA026).
   */
  completion?: Completion | null;
}
/**
 * række i tidsplanen – row of the timetable: A row of the timetable (tidsplan) of a phase.
 */
export interface TimetableRow {
  /**
   * id: The id of this row of the timetable.
   */
  id: Id;
  /**
   * tekst – text: What is done.
   */
  text?: string | null;
  /**
   * gennemfører opgaverne – carries out the tasks: The listed tasks that it carries out.
   */
  tasks?: Id[] | null;
  /**
   * arbejdets art – kinds of work: The kinds of work.
   */
  work?: PlanWork[] | null;
  /**
   * omfatter – covers: What it covers.
   */
  scope?: PlanScope[] | null;
  /**
   * ansvarlige – responsible: Who is responsible (ansvarlig).
   */
  responsible?: PlanActor[] | null;
  /**
   * støtter – supporting: Who supports them (implementeringsunderstøttelse, i samarbejde med).
   */
  supporting?: PlanActor[] | null;
  /**
   * tidsrum – spans: When it runs: each mark in the columns of the timetable. A column for several months, such as Aug-Dec, is a span.
   */
  spans?: PlanSpan[] | null;
  /**
   * tidligst – not before: The earliest time to begin that the plan states elsewhere, such as the second half of a phase (R-105).
   */
  notBefore?: PartialDate | null;
  /**
   * fortsætter rækkerne – continues the rows: The rows that it continues (fortsat implementering): those of earlier phases, or of its own phase if they begin no later.
   */
  continues?: Id[] | null;
  /**
   * afprøvet ved rækkerne – tested by the rows: The rows with the test actions (prøvehandlinger) that come before this one.
   */
  testedBy?: Id[] | null;
  /**
   * gennemførelse – completion: Whether it is carried out.
   */
  completion?: Completion | null;
}
/**
 * tidsrum – span: A span of the timetable: one column, or several after each other.
 */
export interface PlanSpan {
  /**
   * fra – from: The first month or day.
   */
  from: PartialDate;
  /**
   * til og med – to: The last one, included; absent if it is the first.
   */
  to?: PartialDate | null;
}
/**
 * måleserie – measurement series: A measurement series (måleserie), as a draft: the measurements of one indicator at one unit over time.
 */
export interface MeasurementSeries {
  /**
   * id: The id of this measurement series.
   */
  id: Id;
  /**
   * ønsket retning – direction of improvement: Which way is better: atLeast for more, atMost for less.
   */
  direction: Direction;
  /**
   * titel – title: What people call it.
   */
  title?: string | null;
  /**
   * indikator – indicator: What is measured; every measurement names the same.
   */
  indicator?: Id | null;
  /**
   * indberettende enhed – reporting unit: The unit that the measurements are about; every measurement names the same.
   */
  reportingUnit?: OrgUnit | null;
  /**
   * måleinterval – measuring interval: How often it is measured.
   */
  interval?: Interval | null;
  /**
   * målinger – measurements: What was measured, in any order.
   */
  measurements?: Measurement[] | null;
  /**
   * udeladte målinger – excluded measurements: The measurements that are shown but left out of the calculation.
   */
  exclusions?: Exclusion[] | null;
  /**
   * faser – phases: Where a new level begins, and how it is calculated. An empty list means one phase throughout.
   */
  phases?: Phase[] | null;
  /**
   * mållinjer – target lines: What is to be reached, and from when.
   */
  targets?: TargetLine[] | null;
  /**
   * noter – annotations: What happened along the way.
   */
  annotations?: Annotation[] | null;
}
/**
 * udeladt måling – excluded measurement: A measurement of the series that is shown but left out of the calculation.
 */
export interface Exclusion {
  /**
   * måling – measurement: Which measurement.
   */
  measurement: Id;
  /**
   * grund – reason: Why it is left out.
   */
  reason?: string | null;
}
/**
 * fase – phase: A phase (fase) of a series: centre line and limits are calculated separately for each phase.
 */
export interface Phase {
  /**
   * første dag – first day: The first day; absent for the phase that begins with the series.
   */
  from?: Day | null;
  /**
   * betegnelse – label: What people call it.
   */
  label?: string | null;
  /**
   * begrundelse – grounds: Why a new level begins here.
   */
  grounds?: string | null;
  /**
   * niveau frosset til og med – baseline until: The last day of the baseline (frosset niveau): centre line and limits are calculated from the measurements of the phase that begin on or before this day. If absent, all of them.
   */
  baselineUntil?: Day | null;
  /**
   * kendt midterlinje – known centre line: The centre line, if it is known from elsewhere. Unit: that of the measurements; percent for shares.
   */
  centre?: Decimal | null;
  /**
   * kendt standardafvigelse – known standard deviation: The standard deviation, if it is known from elsewhere: that of the measurements, or of the single values of subgroups. Only I, I′, MR, X̄ and S charts use it. Range: not negative. Unit: that of the measurements; percentage points for shares.
   */
  sigma?: Decimal | null;
}
/**
 * mållinje – target line: A target from a day on; it holds until the next one begins.
 */
export interface TargetLine {
  /**
   * værdi – value: The figure to reach. Unit: unit: percent for shares, count for counts, the unit of the measurements for single figures and subgroups. For rates it is the unit of the exposure, and the value is the number of events per unit: 0.01 in days is 1 event in 100 days.
   */
  value: Decimal;
  /**
   * enhed – unit: The unit of the value.
   */
  unit: Unit;
  /**
   * gælder fra – from: The first day; absent for the target that holds from the beginning.
   */
  from?: Day | null;
  /**
   * måltal – target figure: The target figure that it comes from.
   */
  targetFigure?: Id | null;
}
/**
 * note – annotation: Something that happened, and that may explain what the measurements show after it.
 */
export interface Annotation {
  /**
   * tidspunkt – date: When.
   */
  on: PartialDate;
  /**
   * anledning – occasion: What kind of thing happened.
   */
  occasion: Occasion;
  /**
   * tekst – text: What happened, in words.
   */
  text?: string | null;
}
/**
 * dokumentpakke – bundle: A bundle of documents (dokumentpakke), as a draft: those of one service or unit that belong together, such as its agreement, its communities and its series.
 */
export interface Bundle {
  /**
   * id: The id of this bundle.
   */
  id: Id;
  /**
   * titel – title: What it is called.
   */
  title?: string | null;
  /**
   * dokumenter – documents: The documents, each in its envelope. None of them is a bundle.
   */
  documents?: BundledDocument[] | null;
}
/**
 * dokument – document: A document in a bundle. It is not a bundle itself.
 */
export interface BundledDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content:
    | {
        organisation: Operator;
      }
    | {
        standardSet: StandardSet;
      }
    | {
        tailoring: Tailoring;
      }
    | {
        measurement: Measurement;
      }
    | {
        targetFigure: TargetFigure;
      }
    | {
        cycle: PdsaCycle;
      }
    | {
        community: ImprovementCommunity;
      }
    | {
        agreement: DevelopmentAgreement;
      }
    | {
        stateAssessment: StateAssessment;
      }
    | {
        citizen: Citizen;
      }
    | {
        caseload: Caseload;
      }
    | {
        audit: CaseAudit;
      }
    | {
        project: ImprovementProject;
      }
    | {
        circleProject: CircleProject;
      }
    | {
        evaluation: Evaluation;
      }
    | {
        plan: ImplementationPlan;
      }
    | {
        duties: DailyDuties;
      }
    | {
        series: MeasurementSeries;
      };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * udvidelse – extension: What another system keeps in the document for itself.
 */
export interface Extension {
  /**
   * navnerum – namespace: Whose it is, not blank: a name that no other system uses, such as a domain read backwards.
   */
  namespace: NonBlank;
  /**
   * værdi – value: What it holds. Here null is a value.
   */
  value: AnyJson;
}
/**
 * What is to be done at one place of a document.
 */
export interface AgendaItem {
  /**
   * A name of the duty that stays the same from day to day.
   */
  key: string;
  /**
   * The document; absent for a bare draft.
   */
  document?: Id;
  /**
   * The draft in it.
   */
  draft: Subject;
  at: Pointer;
  /**
   * The nearest record with an id at or above the place.
   */
  subject: Subject;
  /**
   * The citizen whom it is about, if it is about one.
   */
  citizen?: Id;
  duty: DutyKind;
  /**
   * What the kind of duty is called.
   */
  label: Bilingual;
  /**
   * The form of a follow-up.
   */
  form?: FollowUpForm;
  /**
   * The section that states it, or else that of its focus area.
   */
  section?: SectionNumber;
  /**
   * When it is to be done, as the document says it, without titles and names; absent if it states no time.
   */
  when?: When;
  /**
   * From the first possible day to the last one; absent if the time determines no last day.
   */
  days?: Period;
  state: DutyState;
  status?: DutyStatus;
  /**
   * A sentence about it.
   */
  message: Bilingual;
  texts?: DutyTexts;
}
/**
 * The same in Danish and English.
 */
export interface Bilingual {
  da: string;
  en: string;
}
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "LastDay".
 */
export interface LastDay {
  lastDay: Day;
}
/**
 * What people wrote about it; absent if nobody asked for it, and for duties about a citizen.
 */
export interface DutyTexts {
  /**
   * The title or topic of the draft.
   */
  draft?: string;
  /**
   * The title of the focus area, or the name of the service that a target figure is for.
   */
  place?: string;
  /**
   * What is to be done.
   */
  what?: string;
  /**
   * The schedule or the body that it waits for.
   */
  waitsFor?: string;
}
/**
 * What is to be done in some documents, and how it stands on a day. Later versions can have more members: ignore those that you do not know.
 */
export interface Agenda {
  /**
   * The day.
   */
  asOf: Day;
  /**
   * By last day; those without one at the end.
   */
  items: AgendaItem[];
}
/**
 * A document that holds this kind: drifts- og udviklingsaftale – development agreement.
 */
export interface DevelopmentAgreementDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    agreement: DevelopmentAgreement;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: casebaseret audit – case-based audit.
 */
export interface CaseAuditDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    audit: CaseAudit;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: dokumentpakke – bundle.
 */
export interface BundleDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    bundle: Bundle;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: borgergruppe – caseload.
 */
export interface CaseloadDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    caseload: Caseload;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * Points in a row on one side of the line.
 */
export interface ChartRun {
  /**
   * The first point.
   */
  first: number;
  /**
   * The last point.
   */
  last: number;
  /**
   * How many points count.
   */
  length: number;
  side: ChartSide;
}
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "ChartEvidence".
 */
export interface ChartEvidence {
  grade: "noComparison" | "twoCounts" | "severalPoints" | "runChartSignal";
  change: ChartChange | null;
}
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "ChartPhase".
 */
export interface ChartPhase {
  /**
   * Absent if the phase has none.
   */
  label?: string;
  firstPoint: number;
  points: number;
  outcome: ChartOutcome;
  /**
   * Points that are not excluded, with or without a figure.
   */
  observations: number;
  /**
   * Points that are not excluded and have a figure. A frozen level is calculated from the points in the baseline.
   */
  figures: number;
  /**
   * Figures that do not lie on the line.
   */
  useful: number;
  longestRun: ChartRun | null;
  /**
   * The longest run that chance explains.
   */
  longestRunMax: number | null;
  crossings: number | null;
  /**
   * The fewest crossings that chance explains.
   */
  crossingsMin: number | null;
  longRunSignal: boolean;
  crossingsSignal: boolean;
  runSignal: boolean;
  longRuns: ChartRun[];
  /**
   * Points beyond the control limits.
   */
  beyondLimits: number;
}
/**
 * The lines at one point; null where there is none.
 */
export interface ChartLines {
  centre: number | null;
  lower: number | null;
  lower2s: number | null;
  upper2s: number | null;
  upper: number | null;
}
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "ChartPoint".
 */
export interface ChartPoint {
  /**
   * Absent if the point has no dates.
   */
  period?: Period;
  /**
   * Why the point has no figure. Absent if it has one.
   */
  without?: WithoutFigure;
  value: number | null;
  lines: ChartLines;
  target: number | null;
  /**
   * Whether it counts in the calculation.
   */
  included: boolean;
  inBaseline: boolean;
  beyondLimits: ChartSide | null;
  inLongRun: boolean;
}
/**
 * Whether a target is reached and stays so.
 */
export interface Attainment {
  status: AttainmentStatus;
  /**
   * How many of the latest points meet the target.
   */
  met: number;
  /**
   * How many there are.
   */
  of: number;
  /**
   * How many of the latest meet it in a row.
   */
  inARow: number;
  sameTarget: boolean;
  wasMet: boolean;
  /**
   * How many of the latest are suppressed so that it is open whether they meet it.
   */
  suppressed: number;
  expectation: Expectation;
}
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "ChartProposal".
 */
export interface ChartProposal {
  /**
   * Where the new phase can begin.
   */
  point: number;
  /**
   * Its first day.
   */
  from: Day | null;
  /**
   * The run that speaks for it.
   */
  because: ChartRun;
  change: ChartChange;
  medianBefore: number;
  medianAfter: number;
  figuresBefore: number;
  figuresAfter: number;
  /**
   * What happened shortly before.
   */
  notes: ChartNote[];
}
/**
 * Something that happened along the way.
 */
export interface ChartNote {
  at:
    | {
        point: number;
      }
    | {
        day: Day;
      }
    | {
        on: PartialDate;
      };
  kind: "cycle" | "action" | "newWayOfMeasuring" | "event";
  text?: string;
}
/**
 * A run chart or a control chart. Points are counted from zero, and what does not exist is null. Figures are not rounded. Later versions can have more members: ignore those that you do not know.
 */
export interface Chart {
  /**
   * Absent if the series has none.
   */
  title?: string;
  /**
   * The kind of chart.
   */
  chart: "run" | "i" | "mr" | "ip" | "xbar" | "s" | "p" | "pp" | "u" | "up" | "c" | "g" | "t";
  scale: ChartScale;
  /**
   * Which way is better.
   */
  direction: Direction;
  /**
   * How often it is measured; absent if that is not stated.
   */
  interval?: Interval;
  /**
   * How much the chart says about a change.
   */
  evidence: ChartEvidence;
  phases: ChartPhase[];
  points: ChartPoint[];
  /**
   * Absent if there is no target.
   */
  attainment?: Attainment;
  /**
   * Where a new phase can begin.
   */
  proposals: ChartProposal[];
  notes: ChartNote[];
  /**
   * What the chart says, in words.
   */
  words: Bilingual;
}
/**
 * A document that holds this kind: projekt med læringscirkler – project with learning circles.
 */
export interface CircleProjectDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    circleProject: CircleProject;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: borger med mål og delmål – citizen with goals.
 */
export interface CitizenDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    citizen: Citizen;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: forbedringsfællesskab – improvement community.
 */
export interface ImprovementCommunityDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    community: ImprovementCommunity;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: PDSA-cyklus – PDSA cycle.
 */
export interface PdsaCycleDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    cycle: PdsaCycle;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: driftsopgaver – list of daily duties.
 */
export interface DailyDutiesDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    duties: DailyDuties;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: evaluering efter kvalitetsmodellen – evaluation.
 */
export interface EvaluationDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    evaluation: Evaluation;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: måling – measurement.
 */
export interface MeasurementDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    measurement: Measurement;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: organisation.
 */
export interface OperatorDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    organisation: Operator;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: implementeringsplan – implementation plan.
 */
export interface ImplementationPlanDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    plan: ImplementationPlan;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: forbedringsprojekt – improvement project.
 */
export interface ImprovementProjectDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    project: ImprovementProject;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * One thing that is wrong.
 */
export interface Fault {
  kind: FaultKind;
  /**
   * From 1.
   */
  line: number;
  /**
   * From 1, in characters. If the text ends too early, that of its end, after the last character.
   */
  column: number;
  /**
   * The value that is wrong; of a field that is unknown, repeated or missing the object.
   */
  pointer: Pointer;
  message: Bilingual;
  /**
   * The name or word of the format that is most like an unknown one, or that people call something like it.
   */
  nearest?: string;
  /**
   * The field that is missing or repeated.
   */
  field?: string;
  /**
   * The fields or words that the format has in the place of an unknown one.
   *
   * @minItems 1
   */
  expected?: [string, ...string[]];
}
/**
 * Everything that keeps a text from being a document. Later versions can have more members: ignore those that you do not know.
 */
export interface ReadError {
  /**
   * In the order of the text.
   *
   * @minItems 1
   * @maxItems 100
   */
  faults: [Fault, ...Fault[]];
  /**
   * How many faults come after these.
   */
  more: number;
}
/**
 * A rule, with what its findings have in common.
 */
export interface RuleOnce {
  severity: Severity;
  basis: Basis;
  title: Bilingual;
  /**
   * What to do.
   */
  remedy: Bilingual;
  /**
   * The passages of a custom rule. Those of a rule of the crate stand in the catalogue.
   */
  source?: Passage[];
  /**
   * The messages of the findings, as templates with the names of facts in braces.
   */
  messages: Bilingual[];
}
/**
 * A passage that a rule stands on.
 */
export interface Passage {
  document: string;
  publisher: string;
  section: string;
  url?: string;
}
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "ShortFinding".
 */
export interface ShortFinding {
  code: RuleCode;
  at: Pointer;
  subject?: Subject;
  /**
   * The rest of the place after its subject. Absent for the record as a whole.
   */
  field?: Pointer;
  /**
   * Which of the messages of its rule, from 0. Absent if the rule cannot be assessed.
   */
  message?: number;
  /**
   * The values that helped to break the rule, by name; `missing` lists what is not stated.
   */
  facts: {
    [k: string]: TaggedFact;
  };
  fingerprint: Fingerprint;
  /**
   * Why the finding is accepted, and until when. Absent if it is not.
   */
  suppressed?: Suppression;
}
/**
 * A report to be stored: each rule once, and the findings by code and facts. StoredReport reads it. Later versions can have more members: ignore those that you do not know.
 */
export interface CompactReport {
  format: "kvalitetsmodel-report-compact/1";
  /**
   * What was checked: a document, or a draft outside of one. Absent if that had no id.
   */
  about?: Subject;
  /**
   * The rule that alone was checked. Absent if all were.
   */
  only?: RuleCode;
  /**
   * Under what it was checked, with the edition of the rules.
   */
  validation: Stamp;
  summary: Summary;
  /**
   * The rules of the findings, by code.
   */
  rules: {
    [k: string]: RuleOnce;
  };
  /**
   * In the order of the document.
   */
  findings: ShortFinding[];
  /**
   * The rules that were not evaluated.
   */
  notEvaluated: NotEvaluated[];
}
/**
 * The number of findings of each sort. A suppressed finding is counted as suppressed only.
 */
export interface Summary {
  errors: number;
  warnings: number;
  information: number;
  /**
   * Findings of rules that cannot be assessed.
   */
  notAssessable: number;
  suppressed: number;
  /**
   * Rules that were not evaluated.
   */
  notEvaluated: number;
}
/**
 * A rule that was not evaluated, and why.
 */
export interface NotEvaluated {
  code: RuleCode;
  /**
   * The place, if the rule was not evaluated there only.
   */
  at?: Pointer;
  because:
    | {
        /**
         * The profile switches it off.
         */
        switchedOff: {
          reason: string;
        };
      }
    | {
        /**
         * It requires a rule that is not met, or cannot be assessed, at the same place.
         */
        dependsOn: {
          code: RuleCode;
          /**
           * Whether the profile switches the required rule off, so that nothing is found of it. Absent: it does not.
           */
          switchedOff?: true;
        };
      }
    | {
        /**
         * No rule with this code applies to this kind of draft.
         */
        otherKind: {};
      }
    | {
        /**
         * No rule has this code.
         */
        unknown: {};
      };
}
/**
 * A rule that is not met, or cannot be assessed, at one place.
 */
export interface Finding {
  /**
   * The rule.
   */
  code: RuleCode;
  severity: Severity;
  /**
   * On what basis the rule stands.
   */
  basis: Basis;
  verdict: Verdict;
  at: Pointer;
  subject: Subject | null;
  /**
   * The rest of the place after its subject: the field of the record that has the id. The empty text is that record as a whole.
   */
  field: Pointer;
  /**
   * The values that helped to break the rule, by name; `missing` lists what is not stated.
   */
  facts: {
    [k: string]: Fact;
  };
  message: Bilingual;
  /**
   * What to do.
   */
  remedy: Bilingual;
  source: Passage[];
  /**
   * Identifies the finding across reports.
   */
  fingerprint: Fingerprint;
  /**
   * Why the finding is accepted, and until when. Absent if it is not.
   */
  suppressed?: Suppression;
}
/**
 * Findings that say the same, with the place and the fingerprint of each.
 */
export interface Matter {
  code: RuleCode;
  severity: Severity;
  verdict: Verdict;
  message: Bilingual;
  /**
   * @minItems 1
   */
  places: [Pointer, ...Pointer[]];
  /**
   * @minItems 1
   */
  fingerprints: [Fingerprint, ...Fingerprint[]];
}
/**
 * What a check found, with the context that it was made under. Later versions can have more members: ignore those that you do not know.
 */
export interface Report {
  format: "kvalitetsmodel-report/1";
  /**
   * What was checked: a document, or a draft outside of one. Absent if that had no id.
   */
  about?: Subject;
  /**
   * The rule that alone was checked. Absent if all were.
   */
  only?: RuleCode;
  /**
   * Under what it was checked, with the edition of the rules.
   */
  validation: Stamp;
  summary: Summary;
  /**
   * In the order of the document.
   */
  findings: Finding[];
  /**
   * The findings, those that say the same together, in the order of their first places.
   */
  matters: Matter[];
  /**
   * The rules that were not evaluated.
   */
  notEvaluated: NotEvaluated[];
}
/**
 * A document that holds this kind: måleserie – measurement series.
 */
export interface MeasurementSeriesDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    series: MeasurementSeries;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: standardsæt – standard set.
 */
export interface StandardSetDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    standardSet: StandardSet;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: tilstandsvurdering – state assessment.
 */
export interface StateAssessmentDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    stateAssessment: StateAssessment;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * A document that holds this kind: tilpasning af et standardsæt – tailoring of a standard set.
 */
export interface TailoringDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    tailoring: Tailoring;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
/**
 * What one unit measured, and whether that meets the target figure.
 */
export interface UnitEvaluation {
  unit: OrgUnit;
  /**
   * Its measurements, sorted by id. More than one cannot be assessed.
   */
  measurements: Id[];
  /**
   * Its figure; null unless there is exactly one, and it does not contradict itself.
   */
  figure: Observed | null;
  outcome: TargetOutcome;
}
/**
 * This interface was referenced by `Document`'s JSON-Schema
 * via the `definition` "UnusedMeasurement".
 */
export interface UnusedMeasurement {
  measurement: Id;
  because:
    | ("targetWithoutIndicator" | "otherIndicator" | "periodBackwards" | "otherTime" | "otherUnit")
    | {
        /**
         * The measurement lacks parts.
         */
        notStated: {
          /**
           * @minItems 1
           */
          parts: [Bilingual, ...Bilingual[]];
        };
      };
}
/**
 * Whether a set of measurements meets a target figure. Later versions can have more members: ignore those that you do not know.
 */
export interface TargetEvaluation {
  /**
   * Whether the expected units together meet it.
   */
  outcome: TargetOutcome;
  /**
   * Whether at least one unit is expected, and each has one usable figure.
   */
  complete: boolean;
  /**
   * The answer for the units that have a usable figure. It is provisional unless `complete` is true.
   */
  ofReported: TargetOutcome;
  /**
   * The sum of the usable figures; null if there is none, or if they cannot be summed.
   */
  figure: Observed | null;
  /**
   * Each expected unit once.
   */
  units: UnitEvaluation[];
  /**
   * The measurements that do not count, and why.
   */
  unused: UnusedMeasurement[];
}
/**
 * A document that holds this kind: måltal – target figure.
 */
export interface TargetFigureDocument {
  /**
   * skema – schema: The address of a JSON Schema, for editors. It is kept, and nothing checks it.
   */
  $schema?: string | null;
  /**
   * format: That it is a document of this format and version.
   */
  format: "kvalitetsmodel/1";
  /**
   * status: What it claims to be. A final document has a validation, and a draft has none.
   */
  status: Status;
  /**
   * id: The id of the document, which is not that of its content.
   */
  id: Id;
  /**
   * id'er i andre systemer – ids in other systems: The ids that other systems use for it.
   */
  externalIds?: ExternalId[] | null;
  /**
   * oprindelse – origin: Where the content comes from.
   */
  meta?: Meta | null;
  /**
   * validering – validation: Under what the content was proven. Present only in a final document.
   */
  validation?: Stamp | null;
  /**
   * lagt til side – set aside: What a tolerant reader could not read, and kept.
   */
  setAside?: SetAside[] | null;
  content: {
    targetFigure: TargetFigure;
  };
  /**
   * udvidelser – extensions: What other systems keep in the document for themselves.
   */
  extensions?: Extension[] | null;
}
