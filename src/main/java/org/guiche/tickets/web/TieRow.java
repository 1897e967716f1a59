package org.guiche.tickets.web;

import org.guiche.shared.Texts;
import org.guiche.shared.web.Looks;
import org.guiche.tickets.LinkRole;
import org.guiche.tickets.LinkedTicket;

/**
 * A ticket that belongs together with the open one, every word and class made up.
 *
 * @param staff whether the reader is of the staff, which knows statuses by other names
 */
public record TieRow(LinkedTicket linked, boolean staff) {

    private static final Looks LOOKS = new Looks();

    /** The address of its page. */
    public String path() {
        return linked.code().path();
    }

    public String digits() {
        return linked.code().digits();
    }

    public String code() {
        return linked.code().toString();
    }

    public String subject() {
        return linked.subject();
    }

    /** What it is to the open one, in words. */
    public String role() {
        return Texts.get("tickets.link." + linked.role().word());
    }

    public String status() {
        return linked.status().nameFor(staff);
    }

    public String statusCss() {
        return "g-dot only " + LOOKS.status(linked.status().categoryFor(staff));
    }

    /** What one may ask for: to take the link back, or the merge. */
    public String ask() {
        return linked.role() == LinkRole.MERGED ? "undo" : "unlink";
    }

    /** The same in words. */
    public String askWords() {
        return Texts.get("tickets.ask." + ask() + ".of", linked.code());
    }

    public String askIcon() {
        return linked.role() == LinkRole.MERGED ? "pi pi-undo" : "pi pi-times";
    }

    /** The role, as it travels. */
    public String roleWord() {
        return linked.role().name();
    }
}
