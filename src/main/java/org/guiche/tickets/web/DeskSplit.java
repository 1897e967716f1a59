package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.guiche.tickets.MessageDetails;
import org.jspecify.annotations.Nullable;

/** Which messages of the open ticket become a ticket of its own, and what that is called. */
@Named
@RequestScoped
public class DeskSplit {

    @Inject
    HttpServletRequest request;

    @Inject
    DeskTicket open;

    private String subject = "";

    /** The message that it was asked at. */
    public String getFrom() {
        return String.valueOf(request.getParameter("message")).replaceAll("\\D", "");
    }

    /** What may be taken: what the requester reads, and was not taken before; chosen is the one that it was asked at. */
    public List<TalkChoice> getMessages() {
        var from = getFrom();
        var chosen = chosen();
        return open.getView().talk().stream()
                .filter(item -> item.message() != null && isToSplit(item.message()))
                .map(item -> TalkChoice.of(item, from, chosen))
                .toList();
    }

    private static boolean isToSplit(MessageDetails message) {
        return !message.internal() && message.splitInto() == null;
    }

    /** The messages chosen, by id. */
    List<Long> chosen() {
        var values = request.getParameterValues("chosen");
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .filter(value -> value.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .toList();
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject == null ? "" : subject;
    }
}
