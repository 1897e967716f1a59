package org.guiche.partners;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks for a digital signature in a PDF: a dictionary whose {@code /ByteRange} says which bytes are signed, all of them but the hole
 * that holds the signature itself (ISO 32000-1, 12.8.1). Those are offsets into the file, so dictionary and hole lie in it as they are,
 * never compressed or encrypted: nothing has to be unpacked, and no file takes more than it weighs.
 */
final class SignedPdf {

    private static final byte[] RANGE = ascii("/ByteRange");
    private static final byte[] END = ascii("startxref");
    private static final byte[] BEGINNING = ascii("%PDF-");
    private static final int BEGINS_WITHIN = 1024;

    /** The shortest that a signature can be: a certificate alone is longer. */
    private static final int SHORTEST_HOLE = 256;

    private static final int LONGEST_NUMBER = 10;

    private final byte[] pdf;
    private int at;

    private SignedPdf(byte[] pdf) {
        this.pdf = pdf;
    }

    /** What the bytes say. */
    static Signature of(byte[] pdf) {
        var looking = new SignedPdf(pdf);
        var begins = looking.find(BEGINNING, 0);
        if (begins < 0 || begins > BEGINS_WITHIN || looking.find(END, begins) < 0) {
            return Signature.UNREADABLE;
        }
        for (var found = looking.find(RANGE, begins); found >= 0; found = looking.find(RANGE, found + 1)) {
            if (looking.isRange(found + RANGE.length)) {
                return Signature.PRESENT;
            }
        }
        return Signature.ABSENT;
    }

    /** {@code [0 840 10842 1200]}: from the first byte to the hole, and from behind it to no further than the end. */
    private boolean isRange(int from) {
        at = from;
        if (next() != '[') {
            return false;
        }
        at++;
        var numbers = new long[] {number(), number(), number(), number()};
        if (Arrays.stream(numbers).anyMatch(one -> one < 0) || next() != ']') {
            return false;
        }
        var hole = numbers[0] + numbers[1];
        var behind = numbers[2];
        return numbers[0] == 0
                && behind - hole >= SHORTEST_HOLE
                && numbers[3] > 0
                && behind + numbers[3] <= pdf.length
                && isSignature((int) hole, (int) behind);
    }

    /** Hexadecimal digits between angle brackets, and they begin as every signature does: with a sequence (DER). */
    private boolean isSignature(int hole, int behind) {
        if (pdf[hole] != '<' || pdf[behind - 1] != '>' || pdf[hole + 1] != '3' || pdf[hole + 2] != '0') {
            return false;
        }
        for (var i = hole + 1; i < behind - 1; i++) {
            if (Character.digit(pdf[i], 16) < 0 && !isBlank(pdf[i])) {
                return false;
            }
        }
        return true;
    }

    private int next() {
        while (at < pdf.length && isBlank(pdf[at])) {
            at++;
        }
        return at < pdf.length ? pdf[at] : -1;
    }

    /** The number that comes next; -1 where none does. */
    private long number() {
        next();
        var from = at;
        while (at < pdf.length && pdf[at] >= '0' && pdf[at] <= '9') {
            at++;
        }
        var length = at - from;
        return length == 0 || length > LONGEST_NUMBER
                ? -1
                : Long.parseLong(new String(pdf, from, length, StandardCharsets.ISO_8859_1));
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t' || octet == 0 || octet == '\f';
    }

    private int find(byte[] word, int from) {
        for (var i = from; i <= pdf.length - word.length; i++) {
            if (pdf[i] == word[0] && Arrays.equals(pdf, i, i + word.length, word, 0, word.length)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.ISO_8859_1);
    }
}
