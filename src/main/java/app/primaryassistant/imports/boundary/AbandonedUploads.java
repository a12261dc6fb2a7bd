package app.primaryassistant.imports.boundary;

import app.primaryassistant.imports.control.Uploads;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes, every night, the files of imports that nobody came back for. Their rows go with the nightly purge. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class AbandonedUploads {

    private static final Logger LOG = Logger.getLogger(AbandonedUploads.class.getName());

    @Inject
    private Uploads uploads;

    @Schedule(hour = "3", minute = "27", timezone = "UTC", persistent = false)
    public void remove() {
        try {
            int removed = uploads.removeForgotten();
            LOG.info(() -> "Removed files of abandoned imports: " + removed);
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "Files of abandoned imports could not be removed; trying again tomorrow", failed);
        }
    }
}
