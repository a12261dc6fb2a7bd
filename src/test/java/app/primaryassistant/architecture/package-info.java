/** The rules that keep the layout plain. */
package app.primaryassistant.architecture;
