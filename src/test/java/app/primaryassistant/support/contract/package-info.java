/**
 * Holds every HTTP exchange of the tests against the OpenAPI document.
 *
 * <p>{@link app.primaryassistant.support.Application} installs the check before it tells anybody the address of the server, so
 * no test can send a request that is not checked. The rule: every answer is as the document says, and so is every request
 * that the server has accepted. A request that is wrong on purpose breaks nothing, as long as it is refused.
 *
 * <p>The validator is Atlassian's, which reads OpenAPI 3.1 and leaves the schemas to networknt's JSON Schema 2020-12.
 */
package app.primaryassistant.support.contract;
