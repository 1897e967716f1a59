package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.PartnerDetails;
import org.guiche.partners.Partners;
import org.guiche.shared.NotFound;
import org.guiche.shared.web.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Where the page of the partners is: which partner, which of its tabs, what is just asked. It stands in the address and in hidden fields of
 * the forms, so that going back works and nothing is kept between requests.
 */
@Named
@RequestScoped
public class PartnerPlace {

    private static final List<String> TABS = List.of("contract", "data", "clients", "history");

    @Inject
    CurrentUser user;

    @Inject
    HttpServletRequest request;

    @Inject
    Partners partners;

    private @Nullable PartnerDetails details;

    /** Whoever is signed in; everybody but administrators is refused where something is looked for. */
    public Person me() {
        return user.get();
    }

    /** A parameter of the request, empty where there is none. */
    public String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** The id of the partner; 0 where none is chosen. */
    public long getId() {
        return id("partner", "partners.partner.not-found");
    }

    public boolean isChosen() {
        return getId() != 0;
    }

    /** Whether another one is just being written down. */
    public boolean isNew() {
        return !isChosen() && parameter("new").equals("1");
    }

    /** The partner, as it is now. */
    public PartnerDetails getPartner() {
        var known = details;
        if (known == null) {
            known = partners.get(getId(), me());
            details = known;
        }
        return known;
    }

    public String getTab() {
        var tab = parameter("tab");
        return TABS.contains(tab) ? tab : TABS.get(0);
    }

    /** What is just asked, of a contract or of the partner. */
    public String getAsk() {
        return parameter("ask");
    }

    /** The contract that it is about; 0 where it is about none. */
    public long getContract() {
        return id("contract", "partners.contract.not-found");
    }

    private long id(String name, String unknown) {
        var id = parameter(name);
        if (id.isEmpty()) {
            return 0;
        }
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound(unknown);
        }
        return Long.parseLong(id);
    }

    /** Whether that is asked of that contract. */
    public boolean asks(String word, long contract) {
        return getAsk().equals(word) && getContract() == contract;
    }

    /** The version of the contract or partner that the page showed. */
    public @Nullable Integer seen() {
        return parameter("seen").isEmpty() ? null : Integer.valueOf(Seen.version(parameter("seen"), 0));
    }

    public String getSought() {
        return parameter("q");
    }

    /** Whether something was done just now. */
    public boolean isDone() {
        return !parameter("done").isEmpty();
    }

    /** The page of the partner at that tab, after something was done. */
    public String after(String tab) {
        return at(getId(), tab);
    }

    static String at(long partner, String tab) {
        return "/partners/partners?faces-redirect=true&partner=" + partner + "&tab=" + tab + "&done=1";
    }
}
