/**
 * Tests of the proxy: the real Nginx with the real configuration, mostly before a stand-in for the application that can be
 * told to do what the application rarely does.
 */
@NullMarked
package app.primaryassistant.proxy;

import org.jspecify.annotations.NullMarked;
