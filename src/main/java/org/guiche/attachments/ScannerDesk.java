package org.guiche.attachments;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;

/** What administrators see and do about viruses in files. */
@Stateless
public class ScannerDesk {

    @Inject
    ScanBacklog backlog;

    @Inject
    Rescans rescans;

    @EJB
    AuditTrail audit;

    /** How it stands. Refuses everybody but administrators. */
    public ScannerState look(Person person) {
        require(person);
        return backlog.state();
    }

    /**
     * Has all that is kept looked at once more, some at a time and behind what people wait for. What is open stays open meanwhile. Asked again
     * before the end, it is the same round; without a scanner it waits for one.
     */
    public ScannerState rescan(Person person) {
        require(person);
        if (rescans.begin(person.id())) {
            audit.record(person, Audited.of(AuditSubject.POLICY, 0, "attachments.audit.rescan"));
        }
        return backlog.state();
    }

    private static void require(Person person) {
        if (!person.isAdministrator()) {
            throw new AccessDenied("attachments.scanner.denied");
        }
    }
}
