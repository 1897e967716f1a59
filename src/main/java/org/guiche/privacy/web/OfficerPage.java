package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.Encarregado;
import org.guiche.privacy.Encarregados;
import org.guiche.shared.AccessDenied;
import org.jspecify.annotations.Nullable;

/** Backs {@code privacy/officer.xhtml}: who answers for personal data here, as every page says it (LGPD, art. 41). */
@Named
@RequestScoped
public class OfficerPage {

    @Inject
    CurrentUser user;

    @EJB
    Encarregados encarregados;

    @Inject
    Foot foot;

    private @Nullable Encarregado known;
    private @Nullable String name;
    private @Nullable String contact;
    private @Nullable Boolean small;

    /** Refuses everybody but those who decide. */
    public void enter() {
        if (!user.isPrivacyKeeper()) {
            throw new AccessDenied("privacy.denied");
        }
    }

    /** From now on it is that one. */
    public void save() {
        encarregados.name(new Encarregado(getName(), getContact(), isSmall()), user.get());
        foot.forget();
        PrivacyWords.tell("privacy.officer.saved");
    }

    private Encarregado known() {
        if (known == null) {
            known = encarregados.get();
        }
        return known;
    }

    public String getName() {
        return name == null ? known().name() : name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getContact() {
        return contact == null ? known().contact() : contact;
    }

    public void setContact(@Nullable String contact) {
        this.contact = contact == null ? "" : contact;
    }

    public boolean isSmall() {
        return small == null ? known().smallAgent() : small;
    }

    public void setSmall(boolean small) {
        this.small = small;
    }
}
