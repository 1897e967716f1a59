package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.CompanyFilter;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.web.Seen;
import org.jspecify.annotations.Nullable;

/** Where one is on {@code partners/companies.xhtml}: in which list, at which company, on which of its tabs. */
@Named
@RequestScoped
public class CompanyAddress {

    static final String PAGE = "/partners/companies";
    static final String NEW = "+";

    private static final List<String> TABS = List.of("data", "services", "people", "audit");
    private static final List<String> LIST = List.of("q", "active", "cnpj");

    @Inject
    CurrentUser user;

    @Inject
    HttpServletRequest request;

    /** Whoever is signed in, who has to be an administrator. */
    public Person administrator() {
        var person = user.get();
        if (!person.isAdministrator()) {
            throw new AccessDenied("partners.administrators-only");
        }
        return person;
    }

    /** A parameter of the request, empty where there is none. */
    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").replace("\u0000", "");
    }

    public String getQ() {
        return parameter("q");
    }

    public String getActive() {
        return parameter("active");
    }

    public String getCnpj() {
        return parameter("cnpj");
    }

    CompanyFilter filter() {
        return new CompanyFilter(getQ(), choice(getActive()), choice(getCnpj()));
    }

    private static @Nullable Boolean choice(String said) {
        return said.equals("yes") ? Boolean.TRUE : said.equals("no") ? Boolean.FALSE : null;
    }

    /** The id of the company, {@code +} for a new one, empty for none. */
    public String getCompany() {
        return parameter("company");
    }

    public boolean isNew() {
        return getCompany().equals(NEW);
    }

    /** Whether a company that there is was chosen. */
    public boolean isChosen() {
        return !getCompany().isEmpty() && !isNew();
    }

    public String getTab() {
        return TABS.contains(parameter("tab")) ? parameter("tab") : TABS.get(0);
    }

    /** The id that a parameter names; null where it names none, or a new one. A word that is no id is one of nothing. */
    @Nullable
    Long id(String name) {
        var said = parameter(name);
        if (said.isEmpty() || said.equals(NEW)) {
            return null;
        }
        return said.matches("\\d{1,18}") ? Long.valueOf(said) : Long.valueOf(-1);
    }

    /** The version that the page showed; null where it showed none. */
    @Nullable
    Integer version() {
        return parameter("version").isEmpty() ? null : Integer.valueOf(Seen.version(parameter("version"), 0));
    }

    /** The list as it is, with another company. */
    public String of(String company, String tab) {
        return list() + "&company=" + coded(company) + (tab.isEmpty() ? "" : "&tab=" + tab);
    }

    /** The list as it is. */
    public String list() {
        return PAGE + "?" + query();
    }

    private String query() {
        return LIST.stream().map(name -> name + "=" + coded(parameter(name))).collect(Collectors.joining("&"));
    }

    /** An outcome that leads there and says that something was saved. */
    String saved(String company, String tab) {
        return of(company, tab) + "&saved=1&faces-redirect=true";
    }

    public boolean isSaved() {
        return !parameter("saved").isEmpty();
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
