package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.DataRequest;
import org.guiche.privacy.DataRequests;
import org.guiche.privacy.RequestKind;
import org.guiche.privacy.Treatment;
import org.jspecify.annotations.Nullable;

/** Backs {@code privacy/mydata.xhtml}: what is kept of me and why, and what I ask about it (LGPD, art. 18 and 19). */
@Named
@RequestScoped
public class MyDataPage {

    @Inject
    CurrentUser user;

    @EJB
    DataRequests requests;

    private String what = "";
    private String why = "";
    private @Nullable List<DataRequest> own;

    /** Asks for a copy. */
    public void copy() {
        requests.askCopy(user.get());
        asked("privacy.mydata.copy.asked");
    }

    /** Asks that something be put right. */
    public void correct() {
        requests.askCorrection(user.get(), what);
        what = "";
        asked("privacy.mydata.correct.asked");
    }

    /** Asks to be erased. */
    public void erase() {
        requests.askErasure(user.get(), why);
        why = "";
        asked("privacy.mydata.erase.asked");
    }

    private void asked(String key) {
        own = null;
        PrivacyWords.tell(key);
    }

    /** What was asked so far. */
    public List<DataRequest> getRequests() {
        if (own == null) {
            own = requests.own(user.get());
        }
        return own;
    }

    /** Whether a copy is being made. */
    public boolean isCopying() {
        return isUnfinished(RequestKind.COPY);
    }

    public boolean isCorrecting() {
        return isUnfinished(RequestKind.CORRECTION);
    }

    public boolean isErasing() {
        return isUnfinished(RequestKind.ERASURE);
    }

    private boolean isUnfinished(RequestKind kind) {
        return getRequests().stream()
                .anyMatch(one -> one.kind() == kind && one.state().isUnfinished());
    }

    /** What is done with data here. */
    public List<Treatment> getTreatments() {
        return Treatment.all();
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(@Nullable String what) {
        this.what = what == null ? "" : what;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why == null ? "" : why;
    }
}
