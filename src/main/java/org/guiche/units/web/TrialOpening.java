package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.Opening;
import org.guiche.shared.Texts;
import org.guiche.units.FormContext;
import org.jspecify.annotations.Nullable;

/** As whom a form is tried, and for whom: a requester for the own company, a partner or an agent for one that is chosen. */
@Named
@RequestScoped
public class TrialOpening {

    private static final String AGENT = "agent";
    private static final String PARTNER = "partner";

    @Inject
    FormDesk desk;

    @Inject
    CurrentUser user;

    @Inject
    Companies companies;

    @Inject
    Clock clock;

    private @Nullable List<Company> openable;
    private @Nullable Opening opening;
    private @Nullable Long client;
    private @Nullable Long project;
    private boolean isRead;

    private List<Company> openable() {
        if (openable == null) {
            openable = companies.openableBy(user.get());
        }
        return openable;
    }

    /** As whom it is tried: {@code requester}, {@code partner} or {@code agent}. */
    public String getAs() {
        return Stream.of(PARTNER, AGENT)
                .filter(desk.parameter("as")::equals)
                .findFirst()
                .orElse("requester");
    }

    private void read() {
        if (!isRead) {
            isRead = true;
            client = number("client");
            project = number("project");
            if (client == null && getAs().equals("requester")) {
                client = openable().stream().map(Company::id).findFirst().orElse(null);
            }
        }
    }

    private @Nullable Long number(String name) {
        var written = desk.parameter(name);
        return written.matches("\\d{1,18}") ? Long.valueOf(written) : null;
    }

    /** Whether somebody still has to be chosen. */
    boolean isMissing() {
        return getAs().equals(PARTNER) && getClient() == null;
    }

    /** What is known of the chosen company; nothing where none is. */
    @Nullable
    Opening opening() {
        if (opening == null && getClient() != null) {
            opening = companies.opening(getClient(), null, user.get()).of(project);
        }
        return opening;
    }

    FormContext context() {
        var today = desk.getDraft().unit().today(clock.instant());
        var opened = opening();
        var known = opened == null ? FormContext.empty(today) : FormContext.of(opened, today);
        return getAs().equals(PARTNER)
                ? new FormContext(
                        Texts.get("units.test.partner.name"),
                        known.client(),
                        known.project(),
                        known.services(),
                        known.projects(),
                        today)
                : known;
    }

    public List<SelectItem> getClients() {
        return openable().stream()
                .map(company -> new SelectItem(company.id(), company.name()))
                .toList();
    }

    public List<SelectItem> getProjects() {
        var opened = opening();
        return opened == null
                ? List.of()
                : opened.projects().stream()
                        .map(one -> new SelectItem(one.id(), one.name()))
                        .toList();
    }

    public @Nullable Long getClient() {
        read();
        return client;
    }

    public void setClient(@Nullable Long client) {
        read();
        this.client = client;
        opening = null;
    }

    public @Nullable Long getProject() {
        read();
        return project;
    }

    public void setProject(@Nullable Long project) {
        read();
        this.project = project;
        opening = null;
    }
}
