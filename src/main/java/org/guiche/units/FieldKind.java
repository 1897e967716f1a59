package org.guiche.units;

/** What a field of a request form asks for. */
public enum FieldKind {
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    BOOLEAN,
    SINGLE_CHOICE,
    MULTIPLE_CHOICE,
    EMAIL,
    CPF,
    CNPJ,
    PHONE,
    URL,
    SERVICE,
    PROJECT;

    /** Whether the answer is one of options. */
    public boolean isChoice() {
        return this == SINGLE_CHOICE || this == SERVICE || this == PROJECT;
    }
}
