package org.guiche.partners;

import org.guiche.shared.Cpf;
import org.guiche.shared.Email;

/**
 * To whom a contract's general user is granted.
 *
 * @param transform whether somebody who has an account already leaves every group for it (S0-26): without it such a person is refused
 */
public record NewGeneralUser(Cpf cpf, String name, Email email, boolean transform) {}
