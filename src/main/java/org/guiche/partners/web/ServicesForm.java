package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.guiche.partners.CompanyServices;
import org.guiche.partners.CompanyServices.Change;
import org.guiche.partners.ServiceState;
import org.guiche.shared.NotFound;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** What a company contracted, on {@code partners/companies.xhtml}: the list, and one of them to change or a new one to add. */
@Named
@RequestScoped
public class ServicesForm {

    private static final String TAB = "services";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("America/Sao_Paulo"));

    @Inject
    CompanyAddress address;

    @Inject
    CompaniesPage page;

    @Inject
    CompanyServices services;

    private @Nullable String name;
    private @Nullable List<ServiceState> list;

    /** A service in the list. */
    public record Line(String href, String name, String ended, boolean current) {}

    /** Adds the service, or gives the chosen one its other name. */
    public String save() {
        var company = page.getCompany().id();
        var chosen = chosen();
        if (chosen == null) {
            services.add(company, getName(), address.administrator());
        } else {
            change(chosen, new Change(getName(), null));
        }
        return back();
    }

    /** Ends the chosen service, or takes it up again. */
    public String turn() {
        var chosen = chosen();
        if (chosen == null) {
            throw new NotFound("partners.service.not-found");
        }
        change(chosen, new Change(null, chosen.endedAt() == null));
        return back();
    }

    private void change(ServiceState chosen, Change change) {
        services.change(page.getCompany().id(), chosen.id(), change, address.version(), address.administrator());
    }

    private String back() {
        return address.saved(address.getCompany(), TAB);
    }

    private List<ServiceState> list() {
        var known = list;
        if (known == null) {
            known = services.list(page.getCompany().id(), address.administrator());
            list = known;
        }
        return known;
    }

    private @Nullable ServiceState chosen() {
        var id = address.id("service");
        if (id == null) {
            return null;
        }
        return list().stream()
                .filter(service -> service.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("partners.service.not-found"));
    }

    public List<Line> getLines() {
        return list().stream().map(this::line).toList();
    }

    private Line line(ServiceState service) {
        var ended = service.endedAt();
        return new Line(
                address.of(address.getCompany(), TAB) + "&service=" + service.id(),
                service.name(),
                ended == null ? "" : Texts.get("partners.companies.service.ended", DAY.format(ended)),
                Long.valueOf(service.id()).equals(address.id("service")));
    }

    /** Whether one of them is to be changed. */
    public boolean isChosen() {
        return chosen() != null;
    }

    public boolean isEnded() {
        var chosen = chosen();
        return chosen != null && chosen.endedAt() != null;
    }

    /** The id of the chosen one, or nothing. */
    public String getService() {
        return address.parameter("service");
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
}
