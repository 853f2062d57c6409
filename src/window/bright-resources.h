/* The templates of the window's classes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bright_resources_ensure:
 *
 * Makes the templates known. To be called by each class that has one before it names it.
 */
void bright_resources_ensure (void);

G_END_DECLS
