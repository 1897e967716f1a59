package org.guiche.accounts;

/** A member of the staff to whom a business unit is delegated. */
public record Delegate(long id, String name, String email) {}
