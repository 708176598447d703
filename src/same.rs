//! Comparing secrets.

use std::hint::black_box;

/// Whether two texts are the same, without telling by the time it takes how much of one is right.  How long they are is no
/// secret.
#[must_use]
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len()
        && left.iter().zip(right).fold(0, |difference, (a, b)| black_box(difference | (a ^ b))) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_in_one_bit_anywhere_is_not_the_same() {
        let text = b"a secret of some length";
        assert!(same(text, text) && same(b"", b""));
        for bit in 0..text.len() * 8 {
            let mut other = *text;
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(!same(text, &other), "bit {bit}");
        }
        assert!(!same(text, &text[1..]) && !same(text, b""));
    }
}
