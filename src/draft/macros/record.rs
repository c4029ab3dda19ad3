//! `record!`: a struct that is written as an object.

/// Declares a record: a struct that is written as an object.
///
/// Every name has a Danish and an English label. `id "kind"` gives the record an id of its own. Fields in
/// `mandatory { … }` are arguments of `new`; those in `optional { … }` are options and lists. A record in which
/// nothing is mandatory has `Default` in place of `new`. `introduces field` says that the id in that field brings
/// into the document what it identifies, as the first participation in a body brings the body. `says field or field`
/// names fields; an item of a list states at least one of them if the other items do (`DOC005`). A record with
/// `fields { … }` has neither `new` nor `Default`, and its fields are in any order.
macro_rules! record {
    (
        $(#[$($meta:tt)*])*
        $vis:vis struct $name:ident: $da:literal, $en:literal {
            fields { $(
                $(#[$($field_meta:tt)*])*
                $field_vis:vis $field:ident $(as $wire:literal)?: $ty:ty = $field_da:literal, $field_en:literal;
            )+ }
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        $vis struct $name { $( $(#[$($field_meta)*])* $field_vis $field: $ty, )+ }

        record! { @impl $vis $name, $da, $en; {} {} {} {} { $( $field $(as $wire)?: $ty = $field_da, $field_en; )+ } }
    };
    (
        $(#[$($meta:tt)*])*
        $vis:vis struct $name:ident: $da:literal, $en:literal $(, id $kind:literal)? $(, introduces $intro:ident)?
            $(, says $( $says:ident )or+ )?
        {
            $( mandatory { $(
                $(#[$($must_meta:tt)*])*
                $must_vis:vis $must:ident $(as $must_wire:literal)?: $must_ty:ty = $must_da:literal, $must_en:literal;
            )+ } )?
            $( optional { $(
                $(#[$($field_meta:tt)*])*
                $field_vis:vis $field:ident $(as $wire:literal)?: $ty:ty = $field_da:literal, $field_en:literal;
            )+ } )?
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        $vis struct $name {
            $( #[doc = concat!("The id of the ", $en, " (`", $kind, "` in a subject).")] $vis id: $crate::id::Id<$name>, )?
            $( $( $(#[$($must_meta)*])* $must_vis $must: $must_ty, )+ )?
            $( $( $(#[$($field_meta)*])* $field_vis $field: $ty, )+ )?
        }

        $(
            #[automatically_derived]
            impl $crate::id::Identified for $name {
                const KIND: &'static str = $kind;
                const LABEL: $crate::text::Bilingual = $crate::text::Bilingual::new($da, $en);
            }
        )?

        record! { @new $vis $name, $en;
            { $( id: $crate::id::Id<$name> = $kind; )? }
            { $( $( $must: $must_ty; )+ )? }
            { $( $( $field: $ty; )+ )? }
        }
        record! { @impl $vis $name, $da, $en;
            { $( id: $crate::id::Id<$name> = $kind; )? } { $( $intro )? } { $( $( $says )+ )? }
            { $( $( $must $(as $must_wire)?: $must_ty = $must_da, $must_en; )+ )? }
            { $( $( $field $(as $wire)?: $ty = $field_da, $field_en; )+ )? }
        }
    };
    (@new $vis:vis $name:ident, $en:literal; {} {} { $( $field:ident: $ty:ty; )* }) => {
        #[automatically_derived]
        impl Default for $name {
            fn default() -> Self {
                Self { $( $field: <$ty as $crate::draft::part::Absent>::ABSENT, )* }
            }
        }
    };
    (@new $vis:vis $name:ident, $en:literal;
        { $( $id:ident: $id_ty:ty = $kind:literal; )? } { $( $must:ident: $must_ty:ty; )* } { $( $field:ident: $ty:ty; )* }
    ) => {
        impl $name {
            #[doc = concat!("A new ", $en, " that states only what is mandatory.")]
            #[must_use]
            $vis const fn new($( $id: $id_ty, )? $( $must: $must_ty ),*) -> Self {
                Self { $( $id, )? $( $must, )* $( $field: <$ty as $crate::draft::part::Absent>::ABSENT, )* }
            }
        }
    };
    (@impl $vis:vis $name:ident, $da:literal, $en:literal;
        { $( $id:ident: $id_ty:ty = $kind:literal; )? } { $( $intro:ident )? } { $( $says:ident )* }
        { $( $must:ident $(as $must_wire:literal)?: $must_ty:ty = $must_da:literal, $must_en:literal; )* }
        { $( $field:ident $(as $wire:literal)?: $ty:ty = $field_da:literal, $field_en:literal; )* }
    ) => {
        const _: () = {
            wire_names! { NAMES:
                $( $id; )? $( $must $(as $must_wire)?; )* $( $field $(as $wire)?; )*
            }

            #[automatically_derived]
            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    object_visitor!(Object by NAMES: $name = $name {
                        $( $id: $id_ty; )? $( $must: $must_ty; )* $( $field: $ty; )*
                    });
                    deserializer.deserialize_map(Object)
                }
            }

            #[automatically_derived]
            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    use serde::ser::SerializeStruct as _;
                    use $crate::draft::{part::Part, read, read::Written};
                    let absent = [
                        $( Part::is_absent(&self.$id), )? $( Part::is_absent(&self.$must), )*
                        $( Part::is_absent(&self.$field), )*
                    ];
                    let mut object = serializer.serialize_struct(stringify!($name), read::count_written(&absent))?;
                    $( object.serialize_field(NAMES.$id, &Written(&self.$id))?; )?
                    $( if !Part::is_absent(&self.$must) {
                        object.serialize_field(NAMES.$must, &Written(&self.$must))?;
                    } )*
                    $( if !Part::is_absent(&self.$field) {
                        object.serialize_field(NAMES.$field, &Written(&self.$field))?;
                    } )*
                    object.end()
                }
            }

            impl $crate::rule::Ruled for $name {
                // The list of the type if it has one, otherwise the empty one of the trait.
                const RULES: &'static [&'static $crate::rule::Rule] = {
                    #[allow(unused_imports, reason = "not needed by a type with rules")]
                    use $crate::rule::NoRules as _;
                    $name::TYPE_RULES
                };

                fn run_rules(&self, at: &$crate::report::Path<'_>, run: &mut $crate::rule::Run<'_>) {
                    #[allow(unused_imports, reason = "not needed by a type with rules")]
                    use $crate::rule::{NoRules as _, NothingDone as _};
                    self.run_type_rules(at, run);
                    self.look_at_done(at, run);
                }
            }

            impl $crate::draft::part::Part for $name {
                const SHAPE: &'static $crate::draft::Shape = &$crate::draft::Shape::Record(&field_table! {
                    stringify!($name), $crate::text::Bilingual::new($da, $en),
                    record!(@kind $( $kind )?), record!(@introduces NAMES $( $intro )?), <$name as $crate::rule::Ruled>::is_checked_by, NAMES;
                    $( $id: $id_ty = "id", "id"; )?
                    $( $must: $must_ty = $must_da, $must_en; )*
                    $( $field: $ty = $field_da, $field_en; )*
                });

                $( fn subject(&self) -> Option<$crate::id::Subject> { Some(self.$id.subject()) } )?

                record! { @is_said $( $says )* }

                fn walk(&self, at: &$crate::report::Path<'_>, walk: &mut $crate::draft::walk::Walk<'_, '_>) {
                    walk.record(self, at);
                    $( walk.mention($crate::draft::walk::Mention::Introduces, self.$intro, &at.key(NAMES.$intro)); )?
                    $( walk.field(&self.$must, NAMES.$must, at); )*
                    $( walk.field(&self.$field, NAMES.$field, at); )*
                }

                #[cfg(feature = "proptest")]
                fn any(tape: &mut $crate::draft::tape::Tape<'_>) -> Self {
                    Self {
                        $( $id: $crate::draft::part::Part::any(tape), )?
                        $( $must: $crate::draft::part::Part::any(tape), )*
                        $( $field: $crate::draft::part::Part::any(tape), )*
                    }
                }

                #[cfg(feature = "proptest")]
                fn each_mut(&mut self, each: &mut dyn FnMut(&mut dyn core::any::Any)) {
                    each(self);
                    $( $crate::draft::part::Part::each_mut(&mut self.$must, each); )*
                    $( $crate::draft::part::Part::each_mut(&mut self.$field, each); )*
                }
            }
        };
    };
    (@is_said) => {};
    (@is_said $says:ident $( $more:ident )*) => {
        fn is_said(&self) -> Option<bool> {
            use $crate::draft::part::is_stated;
            Some(is_stated(&self.$says) $( || is_stated(&self.$more) )*)
        }

        #[cfg(feature = "proptest")]
        fn say(&mut self) {
            $crate::draft::part::Part::say(&mut self.$says);
        }
    };
    (@kind) => { None };
    (@kind $kind:literal) => { Some($kind) };
    (@introduces $names:ident) => { None };
    (@introduces $names:ident $field:ident) => { Some($names.$field) };
}
