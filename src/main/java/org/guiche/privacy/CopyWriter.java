package org.guiche.privacy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiche.accounts.PersonalRecords;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.Belongings;
import org.guiche.tickets.PersonalTickets;
import org.guiche.tickets.TicketCode;

/**
 * Writes the copy of a person's data: a zip with the same in JSON and in a page that every browser reads, and the files. Ticket by ticket,
 * so that memory does not grow with how much there is. It has what the person may see and no more: no notes, nobody else's addresses.
 */
@ApplicationScoped
class CopyWriter {

    @EJB
    PersonalRecords records;

    @EJB
    PersonalTickets tickets;

    @EJB
    Attachments attachments;

    @Inject
    RequestTable requests;

    @Inject
    Instance<Belongings> belongings;

    void write(DataRequest request, OutputStream out) throws IOException {
        var person = records.of(request.personId());
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        var asked = requests.of(person.id());
        var kept = belongings.stream()
                .map(one -> Kept.of(one, person.id()))
                .sorted(Comparator.comparing(Kept::key))
                .toList();
        var own = new Own(person.id(), tickets.of(person.id()), tickets.elsewhere(person.id()));
        text(zip, "dados.json", new CopyJson(person, asked, kept), own);
        text(zip, "dados.html", new CopyHtml(person, asked, kept), own);
        for (var code : own.codes()) {
            files(zip, code, person.id());
        }
        zip.finish();
    }

    /** The person's tickets, and the messages in those of others. */
    private record Own(long personId, List<TicketCode> codes, List<Long> elsewhere) {}

    private void text(ZipOutputStream zip, String name, CopyText text, Own own) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        put(zip, text.head());
        var between = "";
        for (var code : own.codes()) {
            put(zip, between + text.ticket(tickets.read(code, own.personId())));
            between = text.between();
        }
        put(zip, text.middle());
        between = "";
        for (var id : own.elsewhere()) {
            put(zip, between + text.words(tickets.words(id)));
            between = text.between();
        }
        put(zip, text.tail());
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void files(ZipOutputStream zip, TicketCode code, long person) throws IOException {
        Set<UUID> done = new HashSet<>();
        for (var message : tickets.read(code, person).messages()) {
            for (var file : message.files()) {
                if (done.add(file.id())) {
                    zip.putNextEntry(new ZipEntry(path(code, file)));
                    write(file, zip);
                    zip.closeEntry();
                }
            }
        }
    }

    /** In place of one that nobody may have, why. */
    private void write(StoredFile file, ZipOutputStream zip) throws IOException {
        if (!file.isOpen()) {
            put(zip, file.words());
            return;
        }
        try (var bytes = attachments.open(file, 0)) {
            bytes.transferTo(zip);
        }
    }

    /** Where a file lies in the zip: its own name, behind what tells it from others of that name; in place of one that nobody may have, a text. */
    static String path(TicketCode code, StoredFile file) {
        var name = file.id().toString().substring(0, 8) + "-" + file.name();
        return "anexos/" + code.digits() + "/" + (file.isOpen() ? name : name + ".txt");
    }
}
