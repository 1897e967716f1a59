package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Channel;
import org.guiche.tickets.GivenRating;
import org.guiche.tickets.NewRating;
import org.guiche.tickets.Praise;
import org.guiche.tickets.Ratings;
import org.jspecify.annotations.Nullable;

/** The points that requesters give on their ticket's page: to the whole of it, and to each reply. */
@Named
@RequestScoped
public class TicketRating {

    private static final String NUMBER = "\\d{1,18}";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    TicketPage page;

    @Inject
    Ratings ratings;

    private boolean kept;

    /** Rates the whole ticket. */
    public void rate() {
        page.look();
        ratings.rate(page.code(), sent(), user.get());
        thank();
    }

    /** Rates the reply that the form was sent for. */
    public void rateReply() {
        page.look();
        ratings.rateReply(sentFor(), sent(), user.get());
        thank();
    }

    private void thank() {
        kept = true;
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get("tickets.rating.thanks")));
    }

    private NewRating sent() {
        return new NewRating(score(), liked(), request.getParameter("comment"), Channel.PORTAL);
    }

    private int score() {
        var score = String.valueOf(request.getParameter("score"));
        return score.matches("\\d") ? Integer.parseInt(score) : 0;
    }

    private Set<Praise> liked() {
        var sent = request.getParameterValues("liked");
        return sent == null
                ? Set.of()
                : Arrays.stream(Praise.values())
                        .filter(praise -> Arrays.asList(sent).contains(praise.name()))
                        .collect(Collectors.toSet());
    }

    private long sentFor() {
        var message = String.valueOf(request.getParameter("message"));
        return message.matches(NUMBER) ? Long.parseLong(message) : 0;
    }

    /** Whether these points are the chosen ones: what was sent and refused, else what was given before. */
    public boolean isChosen(@Nullable GivenRating given, long message, int score) {
        return isRefused(message) ? score() == score : given != null && given.score() == score;
    }

    /** The same of what was good. */
    public boolean isLiked(@Nullable GivenRating given, Praise praise) {
        return isRefused(0)
                ? liked().contains(praise)
                : given != null && given.liked().contains(praise);
    }

    /** The same of the words. */
    public String comment(@Nullable GivenRating given, long message) {
        return isRefused(message)
                ? String.valueOf(request.getParameter("comment"))
                : given == null ? "" : given.comment();
    }

    /** Whether that form was sent and not kept; the whole ticket's is that of message 0. */
    private boolean isRefused(long message) {
        return !kept && request.getParameter("comment") != null && sentFor() == message;
    }

    /** The client id of the form that was sent for that reply, for its refusals; that of none where it was another. */
    public String formOf(long message) {
        var source = String.valueOf(request.getParameter("jakarta.faces.source"));
        return sentFor() == message ? source.substring(0, Math.max(source.lastIndexOf(':'), 0)) : "none";
    }

    /** How long a comment may be. */
    public int getLongest() {
        return Ratings.LONGEST_COMMENT;
    }
}
