//! `leaf!`: one value, as the type itself reads and writes it.

/// Declares a leaf: one value, as the type itself reads and writes it.
///
/// It says what is expected in Danish and English, how the value is written ([`Form`](crate::draft::Form)),
/// and how one is made from a tape.
macro_rules! leaf {
    (
        $ty:ty: $da:literal, $en:literal;
        $form:ident $(($of:expr))?;
        |$tape:ident| $any:expr
    ) => {
        impl $crate::draft::part::Part for $ty {
            const SHAPE: &'static $crate::draft::Shape = &$crate::draft::Shape::Leaf(&$crate::draft::Leaf {
                name: stringify!($ty),
                expected: $crate::text::Bilingual::new($da, $en),
                form: $crate::draft::Form::$form $(($of))?,
            });

            #[cfg(feature = "proptest")]
            fn any($tape: &mut $crate::draft::tape::Tape<'_>) -> Self {
                $any
            }
        }
    };
}
