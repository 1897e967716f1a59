package org.guiche.attachments;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guiche.accounts.AccessEnded;

/** Whose access ends has no unfinished uploads any more, also none that is just coming. Their bytes go with the next sweep. */
@Dependent
class UnfinishedUploads {

    @Inject
    UploadTable uploads;

    void ended(@Observes AccessEnded access) {
        uploads.expire(access.personId());
    }
}
