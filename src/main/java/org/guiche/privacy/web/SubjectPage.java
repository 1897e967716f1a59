package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.PersonalData;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.DataRequest;
import org.guiche.privacy.DataRequests;
import org.guiche.privacy.Decisions;
import org.guiche.privacy.Holds;
import org.guiche.privacy.RequestKind;
import org.guiche.privacy.RequestState;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.web.FormText;
import org.jspecify.annotations.Nullable;

/** Backs {@code privacy/person.xhtml}: what one person asked, what an erasure would do, and what is decided about it. */
@Named
@RequestScoped
public class SubjectPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    DataRequests requests;

    @EJB
    Decisions decisions;

    @EJB
    Holds holds;

    private @Nullable PersonalData person;
    private @Nullable ErasurePlan plan;
    private @Nullable List<DataRequest> asked;

    /** Refuses everybody but those who decide, and a person that there is not. */
    public void enter() {
        getPerson();
    }

    /** Whose page it is. */
    public long getId() {
        var typed = String.valueOf(request.getParameter("person"));
        if (!typed.matches("\\d{1,18}")) {
            throw new NotFound("accounts.person.not-found");
        }
        return Long.parseLong(typed);
    }

    public PersonalData getPerson() {
        if (person == null) {
            person = requests.subject(getId(), user.get());
        }
        return person;
    }

    /** The CPF with most of it hidden. */
    public String getCpf() {
        var cpf = getPerson().cpf();
        return cpf == null ? "" : cpf.masked();
    }

    /** What an erasure would do. */
    public ErasurePlan getPlan() {
        if (plan == null) {
            plan = requests.plan(getId(), user.get());
        }
        return plan;
    }

    public List<DataRequest> getRequests() {
        if (asked == null) {
            asked = requests.of(getId(), user.get());
        }
        return asked;
    }

    /** Those that somebody has to decide. */
    public List<DataRequest> getOpen() {
        return getRequests().stream()
                .filter(one -> one.state() == RequestState.OPEN)
                .toList();
    }

    /** Whether nobody has begun to erase the person. */
    public boolean isErasable() {
        return !isErased()
                && getRequests().stream()
                        .noneMatch(one ->
                                one.kind() == RequestKind.ERASURE && one.state().isUnfinished());
    }

    public boolean isErased() {
        return getPerson().email().endsWith(".invalid");
    }

    /** Grants that request. */
    public void approve(long id) {
        decisions.approve(own(id), text("reason"), user.get());
        changed("privacy.person.approved");
    }

    /** Refuses it. */
    public void refuse(long id) {
        decisions.refuse(own(id), text("reason"), user.get());
        changed("privacy.person.refused");
    }

    private long own(long id) {
        return getOpen().stream()
                .map(DataRequest::id)
                .filter(one -> one == id)
                .findFirst()
                .orElseThrow(() -> new RuleViolation("privacy.request.decided"));
    }

    /** Erases the person as soon as it may be. */
    public void erase() {
        requests.eraseFor(getId(), text("reason"), user.get());
        changed("privacy.person.approved");
    }

    /** Makes a copy for whoever cannot ask alone. */
    public void copy() {
        requests.copyFor(getId(), user.get());
        changed("privacy.mydata.copy.asked");
    }

    /** Keeps all that there is of the person. */
    public void hold() {
        holds.ofPerson(getId(), text("reason"), HoldEnd.read(text("until")), user.get());
        changed("privacy.hold.placed");
    }

    private String text(String name) {
        var typed = request.getParameter(name);
        return typed == null ? "" : FormText.clean(typed);
    }

    private void changed(String key) {
        asked = null;
        plan = null;
        PrivacyWords.tell(key);
    }
}
