package org.guiche.partners;

import org.guiche.accounts.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody decides about a contract.
 *
 * @param version what that person saw; null where it does not matter
 * @param by an administrator
 */
public record Step(long contractId, @Nullable Integer version, Person by) {}
