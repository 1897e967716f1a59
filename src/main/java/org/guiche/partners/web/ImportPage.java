package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiche.partners.ImportColumn;
import org.guiche.partners.ImportFate.Outcome;
import org.guiche.partners.ImportKind;
import org.guiche.partners.ImportPreview;
import org.guiche.partners.Imports;
import org.guiche.shared.NotFound;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code partners/import.xhtml}: a file to send, what would come of each of its lines, and the button that brings all of it in. */
@Named
@RequestScoped
public class ImportPage {

    private static final Pattern COUNTS = Pattern.compile("(\\d{1,5})-(\\d{1,5})(?:-(\\d{1,5}))?");

    @Inject
    CompanyAddress address;

    @Inject
    Imports imports;

    private @Nullable ImportPreview preview;
    private boolean invite;

    /** What can be brought in, and how its file looks. */
    public record Kind(String title, String text, String headings) {}

    /** Opens the page; for administrators, and for a file of theirs that is still there. */
    public void enter() {
        address.administrator();
        if (isBegun()) {
            getPreview();
        }
    }

    static @Nullable UUID id(@Nullable String said) {
        return said != null && said.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(said) : null;
    }

    public String getId() {
        return address.parameter("import");
    }

    /** Whether a file was sent. */
    public boolean isBegun() {
        return !getId().isEmpty();
    }

    public ImportPreview getPreview() {
        var known = preview;
        if (known == null) {
            known = imports.preview(id(), address.administrator());
            preview = known;
        }
        return known;
    }

    private UUID id() {
        var id = id(getId());
        if (id == null) {
            throw new NotFound("partners.import.not-found");
        }
        return id;
    }

    /** Brings the file in as the page showed it; where it would come out otherwise by now, shows that instead. */
    public String bring() {
        var brought = imports.bring(id(), address.parameter("shown"), invite, address.administrator());
        return brought.map(done -> "/partners/import?faces-redirect=true&done=" + done.count(Outcome.NEW) + "-"
                        + done.count(Outcome.CHANGED) + (invite ? "-" + done.added() : ""))
                .orElse("/partners/import?faces-redirect=true&changed=1&import=" + getId());
    }

    /** What the button brings in; what the page showed is heard as it was meant. */
    public boolean isReady() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                || getPreview().isReady();
    }

    public String getShown() {
        return getPreview().fingerprint();
    }

    public String getButton() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                ? ""
                : Texts.get(
                        "partners.import.bring",
                        getPreview().count(Outcome.NEW) + getPreview().count(Outcome.CHANGED));
    }

    /** How many people would be invited, if that is wished; what the page showed is heard as it was meant. */
    public int getInvitable() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                ? 1
                : getPreview().isReady() ? getPreview().added() : 0;
    }

    /** {@code 12 pessoas receberiam um convite por e-mail.} */
    public String getInvitations() {
        return Texts.get("partners.import.invite.count", getInvitable());
    }

    public boolean isInvite() {
        return invite;
    }

    public void setInvite(boolean invite) {
        this.invite = invite;
    }

    public boolean isRefusing() {
        return getPreview().count(Outcome.REFUSED) > 0;
    }

    /** Whether other data changed what would come of the file. */
    public boolean isChanged() {
        return !address.parameter("changed").isEmpty();
    }

    /** What was brought in a moment ago, empty where nothing was. */
    public String getDone() {
        var counts = COUNTS.matcher(address.parameter("done"));
        if (!counts.matches()) {
            return "";
        }
        var done = Texts.get("partners.import.done", counts.group(1), counts.group(2));
        return counts.group(3) == null
                ? done
                : done + " " + Texts.get("partners.import.done.invited", Integer.parseInt(counts.group(3)));
    }

    /** How the file was read. */
    public String getReading() {
        var file = getPreview();
        return Texts.get(
                "partners.import.reading",
                file.file(),
                Texts.get("partners.import." + file.kind().name().toLowerCase(Locale.ROOT)),
                Texts.get(file.charset().equals("UTF-8") ? "partners.import.utf8" : "partners.import.windows"),
                Texts.get(
                        file.separator() == ';'
                                ? "partners.import.semicolon"
                                : file.separator() == ',' ? "partners.import.comma" : "partners.import.tab"));
    }

    /** Columns that are left out, empty where there are none. */
    public String getUnknown() {
        var unknown = getPreview().unknown();
        return unknown.isEmpty() ? "" : Texts.get("partners.import.unknown", String.join(", ", unknown));
    }

    public List<Kind> getKinds() {
        return Arrays.stream(ImportKind.values()).map(ImportPage::kind).toList();
    }

    private static Kind kind(ImportKind kind) {
        var name = kind.name().toLowerCase(Locale.ROOT);
        return new Kind(
                Texts.get("partners.import.columns." + name),
                Texts.get("partners.import.columns." + name + ".text"),
                kind.columns().stream().map(ImportColumn::label).collect(Collectors.joining(";")));
    }

    public int getMegabytes() {
        return Imports.LARGEST / (1024 * 1024);
    }

    public int getMostLines() {
        return Imports.MOST_LINES;
    }
}
