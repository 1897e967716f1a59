package org.guiche.units;

/** What a field of a request form asks for, and the normal form of its answer (PRODUCT section 1). */
public enum FieldKind {
    /** One line. */
    TEXT(500),
    /** Several lines. */
    LONG_TEXT(20_000),
    /** A {@code BigDecimal}. */
    NUMBER(40),
    /** {@code 2026-11-25}. */
    DATE(10),
    /** A {@code Boolean}. */
    BOOLEAN(10),
    /** The value of one of its options. */
    SINGLE_CHOICE(200),
    /** A list of values of its options, in their order. */
    MULTIPLE_CHOICE(200),
    /** An address in lower case. */
    EMAIL(254),
    /** Eleven digits. */
    CPF(20),
    /** Fourteen characters. */
    CNPJ(24),
    /** E.164. */
    PHONE(30),
    /** An address on the web, http or https. */
    URL(2_000),
    /** The id of a service that the company contracted, as text. */
    SERVICE(20),
    /** The id of a project of the company, as text. */
    PROJECT(20);

    private final int longest;

    FieldKind(int longest) {
        this.longest = longest;
    }

    /** The most characters an answer may have. */
    int longest() {
        return longest;
    }

    /** Whether the answer is one of options. */
    public boolean isChoice() {
        return this == SINGLE_CHOICE || this == SERVICE || this == PROJECT;
    }

    /** Whether the definition lists the options; those of services and projects come from the company. */
    public boolean hasOwnOptions() {
        return this == SINGLE_CHOICE || this == MULTIPLE_CHOICE;
    }

    /** Whether the answer is a text that a person writes freely. */
    boolean isFreeText() {
        return this == TEXT || this == LONG_TEXT;
    }
}
