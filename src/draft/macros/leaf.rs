//! `leaf!`: one value, as the type itself reads and writes it.

/// Declares a leaf: one value, as the type itself reads and writes it.
///
/// It says what is expected in Danish and English, how the value is written ([`Form`](crate::draft::Form)),
/// the regular expression that it matches if it is text of a certain form, how one is made from a tape, how its text is
/// visited if people wrote it, and whether it says something.
macro_rules! leaf {
    (
        $ty:ty: $da:literal, $en:literal;
        $form:ident $(($of:expr))? $(matches $pattern:literal)?;
        |$tape:ident| $any:expr
        $(; walk |$said:ident, $at:ident, $walk:ident| $visit:expr $(; said |$stated:ident| $is_stated:expr, $say:expr)?)?
    ) => {
        impl $crate::draft::part::Part for $ty {
            const SHAPE: &'static $crate::draft::Shape = &$crate::draft::Shape::Leaf(&$crate::draft::Leaf {
                name: stringify!($ty),
                expected: $crate::text::Bilingual::new($da, $en),
                form: $crate::draft::Form::$form $(($of))?,
                pattern: leaf!(@pattern $($pattern)?),
            });

            $(
                #[inline]
                fn walk(&self, $at: &$crate::report::Path<'_>, $walk: &mut $crate::draft::walk::Walk<'_, '_>) {
                    let $said = self;
                    $visit;
                }

                $( fn is_said(&self) -> Option<bool> {
                    let $stated = self;
                    Some($is_stated)
                }

                #[cfg(feature = "proptest")]
                fn say(&mut self) {
                    *self = $say;
                } )?
            )?

            #[cfg(feature = "proptest")]
            fn any($tape: &mut $crate::draft::tape::Tape<'_>) -> Self {
                $any
            }
        }
    };
    (@pattern) => { None };
    (@pattern $pattern:literal) => { Some($pattern) };
}

/// Declares a leaf that is read, written and visited as the one inside it, and compared in another way.
macro_rules! leaf_as {
    ($ty:ident($inner:ty)) => {
        impl $crate::draft::part::Part for $ty {
            const SHAPE: &'static $crate::draft::Shape = <$inner as $crate::draft::part::Part>::SHAPE;

            #[inline]
            fn walk(&self, at: &$crate::report::Path<'_>, walk: &mut $crate::draft::walk::Walk<'_, '_>) {
                $crate::draft::part::Part::walk(&self.0, at, walk);
            }

            fn is_said(&self) -> Option<bool> {
                $crate::draft::part::Part::is_said(&self.0)
            }

            #[cfg(feature = "proptest")]
            fn say(&mut self) {
                $crate::draft::part::Part::say(&mut self.0);
            }

            #[cfg(feature = "proptest")]
            fn any(tape: &mut $crate::draft::tape::Tape<'_>) -> Self {
                Self(<$inner as $crate::draft::part::Part>::any(tape))
            }
        }
    };
}
