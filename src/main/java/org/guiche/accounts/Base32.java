package org.guiche.accounts;

/** Bytes as letters and digits that nobody confuses (RFC 4648), as authenticator apps take a secret that is typed. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** Of bytes whose number five divides: then nothing has to be filled up. */
    static String of(byte[] bytes) {
        var text = new StringBuilder();
        var waiting = 0;
        var bits = 0;
        for (var one : bytes) {
            waiting = ((waiting << Byte.SIZE) | (one & 0xff)) & 0xfff;
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(ALPHABET.charAt((waiting >> (bits - BITS)) & 0x1f));
            }
        }
        return text.toString();
    }

    /** The same in groups of four, for people. */
    static String grouped(String text) {
        return text.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
