//! The values of fields whose types Rust itself has: numbers, true and false.

leaf! {
    bool: "true eller false", "true or false";
    Bool;
    |tape| tape.flag()
}

leaf! {
    u16: "et helt tal fra 0 til 65535", "a whole number from 0 to 65535";
    Whole(0xffff);
    |tape| u16::try_from(tape.within(0, u16::MAX.into())).unwrap_or_default()
}

leaf! {
    u8: "et helt tal fra 0 til 255", "a whole number from 0 to 255";
    Whole(0xff);
    |tape| u8::try_from(tape.within(0, u8::MAX.into())).unwrap_or_default()
}

leaf! {
    u32: "et helt tal fra 0 til 4294967295", "a whole number from 0 to 4294967295";
    Whole(0xffff_ffff);
    |tape| tape.number(0, u32::MAX)
}

leaf! {
    u64: "et helt tal, 0 eller mere", "a whole number, 0 or more";
    Whole(u64::MAX);
    |tape| tape.within(0, u64::MAX)
}
