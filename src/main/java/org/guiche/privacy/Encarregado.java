package org.guiche.privacy;

import org.guiche.shared.Email;

/**
 * Who answers for personal data here (LGPD, art. 41).
 *
 * @param contact an address, a phone or a page
 * @param smallAgent whether the installation's owner is a small agent, who has a channel instead of a person (Res. CD/ANPD 2/2022)
 */
public record Encarregado(String name, String contact, boolean smallAgent) {

    /** Nobody has been named. */
    public static final Encarregado NOBODY = new Encarregado("", "", false);

    /** Whether somebody has. */
    public boolean isNamed() {
        return !contact.isEmpty();
    }

    /** {@code mailto:} where the contact is an address, the page where it is one; nothing otherwise. */
    public String link() {
        if (Email.looksLike(contact)) {
            return "mailto:" + contact;
        }
        return contact.startsWith("https://") ? contact : "";
    }
}
