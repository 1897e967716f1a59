package org.guiche.matrix;

/** Whose a ticket is, and through which of the groups it was opened. */
enum Owner {
    REQUESTER(Cast.REQUESTER, "A"),
    COLLEAGUE(Cast.COLLEAGUE, "A"),
    MANAGER(Cast.MANAGER, "A"),
    CLIENT(Cast.CLIENT, "B"),
    STRANGER(Cast.STRANGER, "C"),
    /** The partner's, for company A. */
    PARTNER(Cast.PARTNER, "A"),
    RIVAL(Cast.RIVAL, "C"),
    /** Of the person of two groups, for the own company: in the company's group. */
    BOTH(Cast.BOTH, "A"),
    /** Of the same person, for company B: in the partner's group. */
    BOTH_AS_PARTNER(Cast.BOTH, "B");

    private final Cast person;
    private final String company;

    Owner(Cast person, String company) {
        this.person = person;
        this.company = company;
    }

    Cast person() {
        return person;
    }

    String company() {
        return company;
    }
}
