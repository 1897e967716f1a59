package org.guiche.attachments;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;

/** What administrators see of what files take. */
@Stateless
public class StorageDesk {

    @EJB
    LatestStorage latest;

    /** What files take, a few minutes old at most. Refuses everybody but administrators of the installation. */
    public StorageReport look(Person person) {
        if (!person.isAdministrator()) {
            throw new AccessDenied("attachments.storage.denied");
        }
        return latest.report();
    }
}
