package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guiche.partners.CompanyProjects;
import org.guiche.partners.PartnerName;
import org.guiche.partners.ProjectState;
import org.guiche.partners.ProjectText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The projects of a company, on {@code partners/companies.xhtml}: the list, and one of them to change or a new one to add. */
@Named
@RequestScoped
public class ProjectsForm {

    private static final String TAB = "services";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    CompanyAddress address;

    @Inject
    CompaniesPage page;

    @Inject
    CompanyProjects projects;

    private @Nullable String name;
    private @Nullable String partner;
    private @Nullable String concludedOn;
    private @Nullable List<ProjectState> list;

    /** A project in the list. */
    public record Line(String href, String name, String partner, String concluded, boolean current) {}

    /** Adds the project, or changes the chosen one. */
    public String save() {
        var company = page.getCompany().id();
        var chosen = chosen();
        var text = new ProjectText(getName(), typedPartner(), day());
        if (chosen == null) {
            projects.add(company, text, address.administrator());
        } else {
            projects.change(company, chosen.id(), text, address.version(), address.administrator());
        }
        return address.saved(address.getCompany(), TAB);
    }

    private @Nullable Long typedPartner() {
        return getPartner().matches("\\d{1,18}") ? Long.valueOf(getPartner()) : null;
    }

    private @Nullable LocalDate day() {
        try {
            return getConcludedOn().isBlank() ? null : LocalDate.parse(getConcludedOn());
        } catch (DateTimeException e) {
            throw RuleViolation.of("concludedOn", "partners.project.day");
        }
    }

    private List<ProjectState> list() {
        var known = list;
        if (known == null) {
            known = projects.list(page.getCompany().id(), address.administrator());
            list = known;
        }
        return known;
    }

    private @Nullable ProjectState chosen() {
        var id = address.id("project");
        if (id == null) {
            return null;
        }
        return list().stream()
                .filter(project -> project.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("partners.project.not-found"));
    }

    public List<Line> getLines() {
        return list().stream().map(this::line).toList();
    }

    private Line line(ProjectState project) {
        var partner = project.partner();
        var day = project.concludedOn();
        return new Line(
                address.of(address.getCompany(), TAB) + "&project=" + project.id(),
                project.name(),
                partner == null ? "" : partner.name(),
                day == null ? "" : Texts.get("partners.companies.project.concluded", DAY.format(day)),
                Long.valueOf(project.id()).equals(address.id("project")));
    }

    /** Who may carry it out: those whose client the company is, and who does so now. */
    public List<SelectItem> getPartners() {
        var offered = new ArrayList<>(projects.partners(page.getCompany().id(), address.administrator()));
        var chosen = chosen();
        var now = chosen == null ? null : chosen.partner();
        if (now != null && !offered.contains(now)) {
            offered.add(now);
        }
        return offered.stream().map(ProjectsForm::item).toList();
    }

    private static SelectItem item(PartnerName partner) {
        return new SelectItem(Long.toString(partner.id()), partner.name());
    }

    /** Whether one of them is to be changed. */
    public boolean isChosen() {
        return chosen() != null;
    }

    /** The id of the chosen one, or nothing. */
    public String getProject() {
        return address.parameter("project");
    }

    public int getVersion() {
        var seen = address.version();
        var chosen = chosen();
        return seen != null ? seen : chosen == null ? 0 : chosen.version();
    }

    public String getName() {
        var chosen = name == null ? chosen() : null;
        return name != null ? name : chosen == null ? "" : chosen.name();
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getPartner() {
        if (partner != null) {
            return partner;
        }
        var chosen = chosen();
        var now = chosen == null ? null : chosen.partner();
        return now == null ? "" : Long.toString(now.id());
    }

    public void setPartner(@Nullable String partner) {
        this.partner = partner == null ? "" : partner;
    }

    /** As the browser's field for days writes it. */
    public String getConcludedOn() {
        if (concludedOn != null) {
            return concludedOn;
        }
        var chosen = chosen();
        return chosen == null ? "" : Objects.toString(chosen.concludedOn(), "");
    }

    public void setConcludedOn(@Nullable String concludedOn) {
        this.concludedOn = concludedOn == null ? "" : concludedOn;
    }
}
