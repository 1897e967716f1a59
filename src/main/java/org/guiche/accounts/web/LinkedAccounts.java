package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.guiche.accounts.LinkedIdentity;
import org.guiche.accounts.Oidc;
import org.guiche.shared.NotFound;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The accounts at providers on the page of one's own account: which sign the person in, and taking one back. */
@Named
@RequestScoped
public class LinkedAccounts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("America/Sao_Paulo"));

    @Inject
    CurrentUser user;

    @EJB
    Oidc oidc;

    private String present = "";
    private @Nullable List<LinkedIdentity> list;

    /** Whether there is anything to show: a provider, or an account that was linked at one. */
    public boolean isShown() {
        return Oidc.isOn() || !getList().isEmpty();
    }

    public List<LinkedIdentity> getList() {
        if (list == null) {
            list = oidc.of(user.get());
        }
        return list;
    }

    /** {@code ligada em 26/11/2026, última entrada em 27/11/2026}. */
    public String words(LinkedIdentity identity) {
        return Texts.get("accounts.linked.since", day(identity.linkedAt()), day(identity.seenAt()));
    }

    private static String day(Instant moment) {
        return DAY.format(moment);
    }

    /** Takes that one back, which is the person's own. */
    public void unlink(String key) {
        var identity = getList().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("accounts.linked.not-found"));
        oidc.unlink(user.get(), identity, present);
        list = null;
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get("accounts.linked.ended")));
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }
}
