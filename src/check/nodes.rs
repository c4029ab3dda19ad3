//! What the rules look at, and how the walk goes on from there.

use super::{Draft, Looking, Node, Walk, sealed::Sealed};
use crate::agreement::DevelopmentAgreement;
use crate::catalogue::{On, TABLE};
use crate::id::{Subject, TypedId as _};
use crate::improvement::{ImprovementCommunity, PdsaCycle};
use crate::measurement::Measurement;
use crate::model::StandardSet;
use crate::organisation::Operator;
use crate::report::Path;
use crate::rule::RuleCode;
use crate::series::MeasurementSeries;
use crate::target::{ChangeAim, TargetFigure};

/// Takes the lines that look at `$ty` out of the table when the crate is compiled, so that a walk does
/// not go through all rules at every node.
macro_rules! rules_on {
    ($scope:ident, $ty:ty) => {{
        const HOW_MANY: usize = {
            let mut found = 0_usize;
            let mut entries = TABLE;
            while let [entry, rest @ ..] = entries {
                entries = rest;
                let mut scopes = entry.on;
                while let [scope, rest @ ..] = scopes {
                    scopes = rest;
                    found = found.strict_add(matches!(scope, On::$scope(_)) as usize);
                }
            }
            found
        };
        static FOUND: [Option<Looking<$ty>>; HOW_MANY] = {
            let mut found = [const { None }; HOW_MANY];
            let mut free = found.as_mut_slice();
            let mut entries = TABLE;
            while let [entry, rest @ ..] = entries {
                entries = rest;
                let mut scopes = entry.on;
                while let [scope, rest @ ..] = scopes {
                    scopes = rest;
                    if let On::$scope(check) = scope
                        && let [slot, rest @ ..] = free
                    {
                        *slot = Some((entry.rule, *check));
                        free = rest;
                    }
                }
            }
            found
        };
        &FOUND
    }};
}

/// Ties a type to its line of [`On`] and, for an aggregate, to its name in the exchange format.
macro_rules! node {
    (
        $ty:ty: $scope:ident $(, draft $kind:literal)?
        $(, of $( $part:ty ),+ => |$this:ident, $at:ident, $walk:ident| $parts:block)?
    ) => {
        impl Node for $ty {
            fn subject(&self) -> Option<Subject> {
                Some(self.id.subject())
            }

            fn rules() -> &'static [Option<Looking<Self>>] {
                rules_on!($scope, $ty)
            }

            $( fn reaches(code: RuleCode) -> bool {
                let own = Self::rules().iter().flatten().any(|(rule, _)| rule.code == code);
                own $( || <$part as Node>::reaches(code) )+
            }

            fn parts(&self, $at: &Path<'_>, $walk: &mut Walk<'_>) {
                let $this = self;
                $parts
            } )?
        }

        $(
            impl Sealed for $ty {
                const AT: &'static str = concat!("/content/", $kind);
            }

            impl Draft for $ty {
                const KIND: &'static str = $kind;
            }
        )?
    };
}

node!(StandardSet: StandardSet, draft "standardSet");

node!(TargetFigure: TargetFigure, draft "targetFigure");

node!(Operator: Operator, draft "organisation");

node!(Measurement: Measurement, draft "measurement");

node!(DevelopmentAgreement: Agreement, draft "agreement", of TargetFigure, ChangeAim => |this, at, walk| {
    let areas = at.key("focusAreas");
    for (n, area) in this.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let actions = area_at.key("actions");
        for (n, action) in area.actions.iter().enumerate() {
            if let Some(aim) = &action.aim {
                walk.node(aim, &actions.item(n, action.id).key("aim"));
            }
        }
        let targets = area_at.key("targets");
        for (n, target) in area.targets.iter().enumerate() {
            walk.node(target, &targets.item(n, target.id));
        }
    }
});

node!(PdsaCycle: Cycle, draft "cycle");

node!(ImprovementCommunity: Community, draft "community", of TargetFigure, PdsaCycle => |this, at, walk| {
    let targets = at.key("targets");
    for (n, one) in this.targets.iter().enumerate() {
        walk.node(&one.target, &targets.item(n, one.target.id).key("target"));
    }
    let cycles = at.key("cycles");
    for (n, cycle) in this.cycles.iter().enumerate() {
        walk.node(cycle, &cycles.item(n, cycle.id));
    }
});

node!(MeasurementSeries: Series, draft "series", of Measurement => |this, at, walk| {
    let measurements = at.key("measurements");
    for (n, measurement) in this.measurements.iter().enumerate() {
        walk.node(measurement, &measurements.item(n, measurement.id));
    }
});

impl Node for ChangeAim {
    fn subject(&self) -> Option<Subject> {
        None
    }

    fn rules() -> &'static [Option<Looking<Self>>] {
        rules_on!(ChangeAim, ChangeAim)
    }
}
