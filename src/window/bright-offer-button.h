/* A button beside an entry that offers texts for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals: `offered` (string), when a person took one of the texts.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_OFFER_BUTTON (bright_offer_button_get_type ())
G_DECLARE_FINAL_TYPE (BrightOfferButton, bright_offer_button, BRIGHT, OFFER_BUTTON, AdwBin)

/**
 * bright_offer_button_new:
 * @title: what it offers, for its tooltip
 *
 * Returns: (transfer floating): a button that offers nothing yet and is not shown
 */
BrightOfferButton *bright_offer_button_new (const char *title);

/* Removes what it offers. */
void bright_offer_button_clear (BrightOfferButton *self);

/**
 * bright_offer_button_add:
 * @self: the button
 * @text: what goes into the entry
 * @title: what it is called
 */
void bright_offer_button_add (BrightOfferButton *self, const char *text, const char *title);

G_END_DECLS
