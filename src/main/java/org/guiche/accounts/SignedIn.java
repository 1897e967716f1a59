package org.guiche.accounts;

/** A person, and the number that the person's sessions carry until all of them are ended at once. */
public record SignedIn(Person person, int epoch) {}
