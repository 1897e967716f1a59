package org.guiche.tickets.web;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.jspecify.annotations.Nullable;

/** A reply being written: its words, the files that were sent ahead of it, and who else gets it. */
public abstract class WrittenReply {

    @Inject
    CurrentUser user;

    @Inject
    Attachments attachments;

    private @Nullable String body;
    private String files = "";
    private List<String> cc = new ArrayList<>();

    /** The words that were kept when somebody last wrote; empty where none were. */
    abstract String kept();

    /** Nothing is being written any more. */
    void clear() {
        body = "";
        files = "";
        cc = new ArrayList<>();
    }

    /** Whether words were sent along. */
    boolean hasWords() {
        return body != null && !body.isBlank();
    }

    List<UUID> ids() {
        return UploadIds.of(files);
    }

    /** What is being written: what is sent along, else what was kept. */
    public String getBody() {
        if (body == null) {
            body = kept();
        }
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body == null ? "" : body;
    }

    public String getFiles() {
        return files;
    }

    public void setFiles(@Nullable String files) {
        this.files = files == null ? "" : files;
    }

    /** The files that were sent ahead of it. */
    public List<StoredFile> getSent() {
        return ids().isEmpty() ? List.of() : attachments.unused(ids(), user.get());
    }

    public List<String> getCc() {
        return cc;
    }

    public void setCc(@Nullable List<String> cc) {
        this.cc = cc == null ? new ArrayList<>() : cc;
    }
}
