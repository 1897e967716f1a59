package org.guiche.tickets.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.ScanState;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.shared.rest.Versions;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Comments;
import org.guiche.tickets.MessageDetails;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.guiche.tickets.rest.TicketJson.NamedJson;
import org.jspecify.annotations.Nullable;

/** What was said in a ticket. Notes are for the staff. */
@Path("tickets/{code}/messages")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    @Inject
    Tickets tickets;

    @Inject
    Replies replies;

    @Inject
    Comments comments;

    @Inject
    CurrentUser user;

    /** Who reads a message. */
    public enum Visibility {
        PUBLIC,
        INTERNAL
    }

    /**
     * A message to send.
     *
     * @param format text where it is not said
     * @param visibility public where it is not said
     * @param attachments uploads of the caller that nothing uses yet
     * @param thenStatus the key of the status to go to in the same step
     * @param reason why it waits, where that status asks for it
     */
    public record NewMessageJson(
            String body,
            @Nullable TextFormat format,
            @Nullable Visibility visibility,
            List<String> cc,
            List<UUID> attachments,
            @Nullable String thenStatus,
            @Nullable String reason) {

        private Reply reply() {
            return new Reply(
                    body,
                    format == null ? TextFormat.TEXT : format,
                    visibility == Visibility.INTERNAL,
                    cc,
                    attachments,
                    thenStatus,
                    reason,
                    Channel.API);
        }
    }

    /**
     * A file of a message; its bytes are at {@code /attachments/{id}}.
     *
     * @param sha256 null where it was removed
     * @param locked whether nobody may have these now
     * @param removedAt when its time was over and its bytes went; null while they are kept
     */
    public record FileJson(
            UUID id,
            String name,
            long size,
            @Nullable String sha256,
            String type,
            ScanState scan,
            boolean locked,
            @Nullable Instant removedAt) {

        private static FileJson of(StoredFile file) {
            return new FileJson(
                    file.id(),
                    file.name(),
                    file.size(),
                    file.removedAt() == null ? file.sha256() : null,
                    file.mediaType(),
                    file.scan().state(),
                    !file.isOpen(),
                    file.removedAt());
        }
    }

    /**
     * A message.
     *
     * @param ticket the code of the ticket that it stands in: another one where a message opens a linked ticket
     * @param body as clean HTML, however it came
     * @param byStaff whether the author works here
     * @param origin the code of the ticket that it was said in, if that was another one
     * @param splitInto the code of the ticket of its own that it was taken into, if it was
     */
    public record MessageJson(
            long id,
            String ticket,
            @Nullable NamedJson author,
            boolean byStaff,
            String visibility,
            Channel channel,
            String body,
            String format,
            List<String> cc,
            List<FileJson> attachments,
            Instant createdAt,
            @Nullable String origin,
            @Nullable String splitInto) {

        private static MessageJson of(MessageDetails message) {
            var author = message.author();
            return new MessageJson(
                    message.id(),
                    message.ticket().digits(),
                    author == null ? null : NamedJson.of(author),
                    message.byStaff(),
                    message.internal() ? "internal" : "public",
                    message.channel(),
                    message.html(),
                    "html",
                    message.cc(),
                    message.files().stream().map(FileJson::of).toList(),
                    message.at(),
                    digits(message.origin()),
                    digits(message.splitInto()));
        }

        private static @Nullable String digits(@Nullable TicketCode code) {
            return code == null ? null : code.digits();
        }
    }

    @GET
    public ItemsJson<MessageJson> list(@PathParam("code") String code, @BeanParam Paging paging) {
        var page = tickets.conversation(TicketCode.of(code), paging.limit(), paging.cursor(), user.get());
        return ItemsJson.of(page, MessageJson::of);
    }

    /** Answers; from the staff also among themselves, or with a status to go to. The tag is of the ticket, as it is since. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response add(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, NewMessageJson body) {
        var person = user.get();
        var version = Versions.expected(ifMatch);
        var ticket = TicketCode.of(code);
        var said = person.isStaff()
                ? replies.add(ticket, body.reply(), person, version)
                : comments.add(ticket, body.reply(), person, version);
        return Response.status(Response.Status.CREATED)
                .entity(MessageJson.of(said.message()))
                .header(HttpHeaders.ETAG, Versions.tag(said.version()))
                .build();
    }
}
