package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.ReportQuery;
import org.guiche.reporting.SavedView;
import org.guiche.reporting.SavedViews;
import org.guiche.shared.web.PublicAddress;
import org.jspecify.annotations.Nullable;

/** The reports that the person keeps, beside the one that is open. */
@Named
@RequestScoped
public class ViewShelf {

    private static final String DASHBOARD = "dashboard";

    @Inject
    CurrentUser user;

    @Inject
    Reporting reporting;

    @Inject
    SavedViews views;

    private @Nullable List<SavedView> all;
    private @Nullable String name;

    /**
     * A report that is kept.
     *
     * @param current whether it is the one that is open
     */
    public record Entry(String name, String href, boolean current) {}

    /** All of them, by name. */
    public List<Entry> getAll() {
        return saved().stream()
                .map(one -> new Entry(one.name(), reporting.href(DASHBOARD, one.address()), isOpen(one)))
                .toList();
    }

    private List<SavedView> saved() {
        var known = all;
        if (known == null) {
            known = views.of(user.get());
            all = known;
        }
        return known;
    }

    private boolean isOpen(SavedView view) {
        return view.address().equals(address());
    }

    private String address() {
        return ReportQuery.address(reporting.query().asked());
    }

    private Optional<SavedView> open() {
        return saved().stream().filter(this::isOpen).findFirst();
    }

    /** Whether the open report is one of them. */
    public boolean isKept() {
        return open().isPresent();
    }

    /** What the open report is called, or is to be called. */
    public String getName() {
        return name == null ? open().map(SavedView::name).orElse("") : name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** The open report's whole address; whoever gets it sees what they may see. */
    public String getLink() {
        var address = address();
        return PublicAddress.of("/reporting/dashboard" + (address.isEmpty() ? "" : "?" + address));
    }

    /** Keeps the open report under that name. */
    public void save() throws IOException {
        views.save(new SavedView(getName(), address()), user.get());
        again();
    }

    /** Keeps it no longer. */
    public void remove() throws IOException {
        views.remove(address(), user.get());
        again();
    }

    private void again() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(reporting.href(DASHBOARD, address()));
    }
}
