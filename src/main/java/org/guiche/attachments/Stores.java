package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** The store of this installation, as its settings name it: a folder or a bucket. */
@ApplicationScoped
class Stores {

    @Produces
    @ApplicationScoped
    Store store(FolderStore folder) {
        var settings = AttachmentsSettings.read();
        var bucket = settings.bucket();
        return bucket == null ? folder : new S3Store(bucket);
    }

    void close(@Disposes Store store) {
        store.close();
    }
}
