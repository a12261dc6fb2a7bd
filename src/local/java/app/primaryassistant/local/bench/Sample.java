package app.primaryassistant.local.bench;

/**
 * What one stretch of load came to.
 *
 * @param perSecond requests answered in a second
 * @param errors requests that failed, or were answered by an error
 * @param serverMicros processor time of the server for a request, in microseconds; that of the database and of Nginx likewise
 * @param foreign the part of the machine's processors, 0 to 1, that was busy with something else
 */
record Sample(
        double perSecond,
        double p50Millis,
        double p99Millis,
        double slowestMillis,
        long errors,
        double serverMicros,
        double databaseMicros,
        double nginxMicros,
        double foreign) {}
