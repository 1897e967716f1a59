package org.guiche.shared;

/** The modulo 11 check digits that CPF and CNPJ share; a character is worth its ASCII code less 48. */
final class CheckDigits {

    private static final int MODULUS = 11;

    private CheckDigits() {}

    /** What was typed without dots, dashes, strokes and blanks. */
    static String bare(String typed) {
        return typed.replaceAll("[.\\-/\\s]", "");
    }

    static char digit(String text, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (text.charAt(i) - '0') * weights[i];
        }
        int rest = sum % MODULUS;
        return (char) ('0' + (rest < 2 ? 0 : MODULUS - rest));
    }
}
