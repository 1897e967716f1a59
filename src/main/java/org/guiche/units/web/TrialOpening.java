package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.OpenableChoices;
import org.guiche.partners.Opening;
import org.guiche.shared.NotFound;
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
    OpenableChoices choices;

    @Inject
    Clock clock;

    private @Nullable Opening opening;
    private @Nullable Long client;
    private @Nullable Long project;
    private boolean isRead;
    private boolean isMoved;

    /** As whom it is tried: {@code requester}, {@code partner} or {@code agent}. */
    public String getAs() {
        return Stream.of(PARTNER, AGENT)
                .filter(desk.parameter("as")::equals)
                .findFirst()
                .orElse("requester");
    }

    private void read() {
        if (!isRead) {
            client = number("client", "partners.company.not-found");
            project = number("project", "partners.project.not-found");
            isRead = true;
            if (client == null && getAs().equals("requester")) {
                client = choices.first(user.get()).map(Company::id).orElse(null);
            }
        }
    }

    private @Nullable Long number(String name, String unknown) {
        var written = desk.parameter(name);
        if (!written.matches("\\d{0,18}")) {
            throw new NotFound(unknown);
        }
        return written.isEmpty() ? null : Long.valueOf(written);
    }

    /** Whether somebody still has to be chosen. */
    boolean isMissing() {
        return getAs().equals(PARTNER) && getClient() == null;
    }

    /** What is known of the chosen company; nothing where none is. Refuses a project that is none of its. */
    @Nullable
    Opening opening() {
        if (opening == null && getClient() != null) {
            opening = companies.opening(getClient(), project, user.get());
        }
        if (opening == null && project != null) {
            throw new NotFound("partners.project.not-found");
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

    /** The chosen company. */
    public @Nullable Company getCompany() {
        var opened = opening();
        return opened == null ? null : opened.company();
    }

    /** Another company has other projects. */
    public void setCompany(@Nullable Company company) {
        read();
        var chosen = company == null ? null : company.id();
        if (!Objects.equals(client, chosen)) {
            client = chosen;
            project = null;
            isMoved = true;
        }
        opening = null;
    }

    public @Nullable Long getProject() {
        read();
        return project;
    }

    public void setProject(@Nullable Long project) {
        read();
        if (!isMoved) {
            this.project = project;
        }
        opening = null;
    }
}
