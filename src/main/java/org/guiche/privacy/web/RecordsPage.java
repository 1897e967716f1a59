package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.ProcessingRecords;
import org.guiche.privacy.Treatment;

/** Backs {@code privacy/records.xhtml}: what is done with personal data and why (LGPD, art. 37). */
@Named
@RequestScoped
public class RecordsPage {

    @Inject
    CurrentUser user;

    @EJB
    ProcessingRecords records;

    /** Refuses everybody but the data officer. */
    public void enter() {
        getTreatments();
    }

    public List<Treatment> getTreatments() {
        return records.all(user.get());
    }
}
