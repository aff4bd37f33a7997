// Made by `npm run client` from openapi.json. Not edited by hand.
export interface paths {
    "/api/identity/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an account with a workspace of its own, and sign in */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with address and password */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a link mailed that signs in; the answer is the same whether or not there is an account */
        post: operations["askForSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-in-by-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with what stood in the mailed link; it works once */
        post: operations["signInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/confirm-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the account’s address with what stood in the mailed link */
        post: operations["confirmAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the link mailed again that confirms the caller’s address */
        post: operations["askForConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a new password; every other browser is signed out */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The browsers in which the caller is signed in */
        get: operations["devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a browser out at once */
        delete: operations["signOutDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of this browser */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asking */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that the caller has made */
        get: operations["apiKeys"];
        put?: never;
        /** Make a key for a program; it is shown this once */
        post: operations["makeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key at once */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to the workspace */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a member, or leave; what they scheduled stays with the workspace */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /** Make a member an owner or a host; the last owner stays one */
        patch: operations["setMemberRole"];
        trace?: never;
    };
    "/api/identity/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invitations that nobody has answered yet */
        get: operations["listInvitations"];
        put?: never;
        /** Ask somebody into the workspace, by mail; an open invitation of the same address is replaced */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back; its link is dead at once */
        delete: operations["takeBackInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation offers, by what stood in its link; changes nothing */
        post: operations["lookAtInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join the workspace, with the account of the invited address or a new one, and be signed in */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspaces that the caller belongs to */
        get: operations["listWorkspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Work in another of the caller’s workspaces, in this browser */
        put: operations["goToWorkspace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give the workspace another name */
        patch: operations["renameWorkspace"];
        trace?: never;
    };
    "/api/identity/workspace/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The colour of the workspace’s pages and mails */
        get: operations["readLook"];
        /** Give the workspace’s pages and mails a colour, or the house’s own */
        put: operations["chooseLook"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspace’s sessions, by state, title and day, a page at a time */
        get: operations["listSessions"];
        put?: never;
        /** Schedule a session */
        post: operations["scheduleSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One session, with its version as ETag */
        get: operations["readSession"];
        put?: never;
        post?: never;
        /** Delete a session that nobody registered for */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        /** Change what is planned; moving it tells everyone who registered */
        patch: operations["editSession"];
        trace?: never;
    };
    "/api/sessions/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same once more at another time: everything but the people */
        post: operations["duplicateSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the doors: everyone who waits is in the room */
        post: operations["startSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/stop-countdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the countdown that *Start* began: the doors stay closed */
        post: operations["stopCountdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it for all */
        post: operations["endSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel it; everyone who registered is told */
        post: operations["cancelSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would become of the caller’s workspaces and sessions without the account; changes nothing */
        get: operations["foreseeLeaving"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete the caller’s account; what `foreseeLeaving` says becomes true */
        post: operations["leaveForGood"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hosts and speakers who were named */
        get: operations["listTeam"];
        put?: never;
        /** Name a host or speaker; their invitation goes out by mail */
        post: operations["nameTeammate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/team/{teammateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody off the team: their link is dead, their seat gone, and they are told */
        delete: operations["removeTeammate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/team/{teammateId}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send somebody on the team their link once more, at most once a minute */
        post: operations["sendTeammateLinkAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/team/{teammateId}/rotate-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give somebody on the team a new link; the old one is dead at once */
        post: operations["rotateTeammateLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Show a picture on the public page, or say in other words what it shows */
        put: operations["showPicture"];
        post?: never;
        /** Remove the picture */
        delete: operations["removePicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/sessions/{slug}/picture/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of a session, at an address of its own */
        get: operations["readPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who registered: searched, filtered, in order, a page at a time */
        get: operations["listRegistrations"];
        put?: never;
        /** Register somebody by hand; their link goes to their mailbox */
        post: operations["addRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who registered, first come first, as a file for spreadsheets: no cell of it is a formula */
        get: operations["exportRegistrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up to 500 registrants their seats; each gets their link by mail */
        post: operations["approveRegistrations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deny up to 500 registrants, also approved ones; each is told by mail */
        post: operations["denyRegistrations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register the people in a CSV file; a dry run says what would become of each line */
        post: operations["importRegistrations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/{registrationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One registration, with its version as ETag */
        get: operations["readRegistration"];
        put?: never;
        post?: never;
        /** Forget who a registrant was, everywhere; the seat and the link go with it */
        delete: operations["eraseRegistration"];
        options?: never;
        head?: never;
        /** Correct name, answers, time zone or language; what stays as it was is not judged again */
        patch: operations["correctRegistration"];
        trace?: never;
    };
    "/api/sessions/{id}/registrations/{registrationId}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a registrant their link once more, at most once a minute */
        post: operations["sendRegistrantLinkAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/{registrationId}/rotate-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a registrant a new link; the old one is dead at once */
        post: operations["rotateRegistrantLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/{registrationId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a registrant’s link back: it opens nothing, the seat is closed, and registering again is no way in */
        post: operations["revokeRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/{registrationId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a revoked link back; with a seat, or in line where none is free */
        post: operations["restoreRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/sessions/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session, by the end of its public address */
        get: operations["readPublicSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/sessions/{slug}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim a seat; the link goes to the mailbox alone */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registrant/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A registration, by its personal link; changes nothing */
        post: operations["readOwnRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registrant/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change name, answers, time zone or language; what stays as it was is not judged again */
        post: operations["changeOwnRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registrant/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the seat that is held for who was first in line; done twice it is done once */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registrant/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the seat up; done twice it is done once */
        post: operations["withdrawOwnRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registrant/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The link once more, to the mailbox that registered */
        post: operations["sendOwnLinkAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registrant/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget who it was, everywhere; the seat and the link go with it */
        post: operations["eraseOwnData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/steward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may start where no host comes */
        get: operations["readSteward"];
        /** Say who may start where no host has come five minutes after the planned start */
        put: operations["nameSteward"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/join/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link or an address leads to; changes nothing */
        post: operations["resolveEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a seat: the click on Join */
        post: operations["join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/join/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Back to one’s seat, by its cookie: after a reload or a lost network */
        post: operations["returnToSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/join/ice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** STUN and TURN servers for the browser’s connections */
        get: operations["listIceServers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A host takes their seat, backstage or in the room */
        post: operations["enterAsHost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said in the chat; not what was said to one person */
        get: operations["exportChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked, how many voted for it, and what was answered */
        get: operations["exportQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The polls that were opened, and what came out; one line of CSV for each answer */
        get: operations["exportPolls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether whoever is new has to be let in by a host */
        get: operations["sessionLock"];
        /** Whether whoever is new has to be let in by a host, one by one */
        put: operations["lockSession"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was in the room, when, and for how long */
        get: operations["readAttendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was recorded of a session */
        get: operations["listRecordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/recordings/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One recorded file */
        get: operations["downloadRecording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/join/{slug}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for who was in, by the seat’s cookie, where the organizer allows it */
        get: operations["listRecordingsOfSeat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/join/{slug}/recordings/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One recorded file, by the seat’s cookie */
        get: operations["downloadRecordingOfSeat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/join/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How far a registrant came on the way in, as their page knows it; for the organizer who is asked why they were not there */
        post: operations["reportStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each mail about a session, with its history: all of them, to some people or in trouble, latest first, a page at a time */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizer’s own reminders */
        get: operations["readReminders"];
        /** Up to three reminders of one’s own; a moment that has passed reminds nobody */
        put: operations["setReminders"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/foresee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would be told what, each in their own time; changes nothing */
        post: operations["foreseeChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A test mail to one’s own address, and what the DNS says of our sender */
        post: operations["testMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/registrations/{registrationId}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why was she not in? Everything that became of one registrant, each thing with its time */
        get: operations["readStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registrant/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything that is held about a registrant: what they gave, what became of it, and what they wrote */
        post: operations["exportOwnData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SignUp: {
            /** @description As others will see it, and the name of their first workspace. */
            name: string;
            /** Format: email */
            email: string;
            password: string;
        };
        Me: {
            userId: string;
            name: string;
            email: string;
            workspaceId: string;
            workspaceName: string;
            /**
             * @description An owner may do everything in the workspace; a host, what belongs to sessions.
             * @enum {string}
             */
            role: "host" | "owner";
            /** @description Whether the address was shown to be theirs, by a link that was mailed there. */
            addressConfirmed: boolean;
        };
        SignIn: {
            email: string;
            password: string;
        };
        AskForSignInLink: {
            /** Format: email */
            email: string;
        };
        LinkFromMail: {
            token: string;
        };
        ChangePassword: {
            /** @description The one so far; left out by who has none, because they sign in by links. */
            current?: string;
            password: string;
        };
        DeviceListed: {
            id: string;
            /** @description As the browser named itself, or empty. */
            userAgent: string;
            /** @description ISO 8601, UTC. */
            createdAt: string;
            expiresAt: string;
            /** @description The one that asks. */
            current: boolean;
        };
        Devices: {
            items: components["schemas"]["DeviceListed"][];
        };
        MakeApiKey: {
            name: string;
            /**
             * @description `read` looks and changes nothing; `write` may do what its maker may.
             * @enum {string}
             */
            scope?: "read" | "write";
            /** @description How long it works; for ever where it is left out. */
            days?: number;
        };
        ApiKeyMade: {
            id: string;
            name: string;
            /** @description Send it as `Authorization: Bearer <key>`. */
            key: string;
        };
        ApiKeyListed: {
            id: string;
            name: string;
            /** @enum {string} */
            scope: "read" | "write";
            /** @description ISO 8601, UTC. */
            createdAt: string;
            /** @description ISO 8601, UTC; null for one that works for ever. */
            expiresAt: string | null;
        };
        ApiKeys: {
            items: components["schemas"]["ApiKeyListed"][];
        };
        MemberListed: {
            userId: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "host" | "owner";
        };
        Members: {
            items: components["schemas"]["MemberListed"][];
        };
        SetMemberRole: {
            /** @enum {string} */
            role: "owner" | "host";
        };
        InviteMember: {
            /** Format: email */
            email: string;
            /**
             * @description An owner may do everything in the workspace; a host schedules sessions and runs their own.
             * @enum {string}
             */
            role: "owner" | "host";
        };
        InvitationListed: {
            id: string;
            email: string;
            /** @enum {string} */
            role: "host" | "owner";
            /** @description The name of whoever asked them. */
            invitedBy: string;
            /** @description ISO 8601, UTC. */
            createdAt: string;
            expiresAt: string;
        };
        InvitationsListed: {
            items: components["schemas"]["InvitationListed"][];
        };
        InvitationToken: {
            token: string;
        };
        InvitationShown: {
            workspaceName: string;
            invitedBy: string;
            email: string;
            /** @enum {string} */
            role: "host" | "owner";
            /** @description Whether there is an account with the address: then it joins, signed in; else a name and a password make one. */
            hasAccount: boolean;
        };
        AcceptInvitation: {
            token: string;
            /** @description Of who has no account yet, as others will see it. */
            name?: string;
            /** @description Of who has no account yet. */
            password?: string;
        };
        WorkspaceListed: {
            workspaceId: string;
            name: string;
            /** @enum {string} */
            role: "host" | "owner";
            /** @description The one in which the caller acts now. */
            current: boolean;
        };
        Workspaces: {
            items: components["schemas"]["WorkspaceListed"][];
        };
        GoToWorkspace: {
            /** Format: uuid */
            workspaceId: string;
        };
        RenameWorkspace: {
            name: string;
        };
        LookAnswer: {
            /** @description Null for the colours of the house. */
            accent: string | null;
        };
        ChooseLook: {
            /** @description `#17503f`. Any colour: its tone is adapted until it can be read, by day and by night. Null for the colours of the house. */
            accent: string | null;
        };
        ConditionAnswer: {
            key: string;
            /** @description One of its options; `true` for a checkbox. */
            is: string;
        };
        FieldAnswer: {
            /** @enum {string} */
            kind: "short-text" | "long-text" | "choice" | "choices" | "checkbox" | "phone" | "url" | "number" | "date";
            options: string[];
            /** @description Left out where everybody is asked. */
            when?: components["schemas"]["ConditionAnswer"];
            key: string;
            label: string;
            help: string;
            required: boolean;
        };
        FormerFieldAnswer: {
            /** @enum {string} */
            kind: "short-text" | "long-text" | "choice" | "choices" | "checkbox" | "phone" | "url" | "number" | "date";
            options: string[];
            /** @description Left out where everybody is asked. */
            when?: components["schemas"]["ConditionAnswer"];
            key: string;
            label: string;
            help: string;
            required: boolean;
            /** @description Who registered before has answered it so (ISO 8601, UTC). */
            until: string;
        };
        ClosingAnswer: {
            /** @description In the session's zone. */
            wallTime: string;
            /** @description The instant that it was when it was set (ISO 8601, UTC). */
            at: string;
        };
        RegistrationPageAnswer: {
            fields: components["schemas"]["FieldAnswer"][];
            /** @description What it asked once, oldest first: the words of answers that are older. */
            askedBefore: components["schemas"]["FormerFieldAnswer"][];
            /** @description So many registrants have a seat, the others wait in line; null for no limit. */
            capacity: number | null;
            /** @description Who is first in line for a freed seat is offered it for so many hours; null: it is theirs at once. */
            waitlistOfferHours: number | null;
            /** @description When registering closes; null: with the session. */
            closing: components["schemas"]["ClosingAnswer"] | null;
            /** @description Whether each registration waits for the organizer's word. */
            approval: boolean;
        };
        FarewellLinkAnswer: {
            label: string;
            /** @description https */
            url: string;
        };
        FarewellAnswer: {
            link: components["schemas"]["FarewellLinkAnswer"] | null;
            /** @description Plain text with its line breaks; may be empty where there is a link. */
            text: string;
        };
        PictureAnswer: {
            /** @description Pixels, as it is shown. */
            width: number;
            height: number;
            /** @description What it shows, for who does not see it; null where it only decorates. */
            alt: string | null;
            /** @description Where it is, on this instance: another picture has another address. */
            path: string;
        };
        WhenAnswer: {
            wallTime: string;
            timeZone: string;
            durationMinutes: number;
            startsAt: string;
            endsAt: string;
        };
        SessionAnswer: {
            /** @enum {string} */
            theme: "meeting" | "workshop" | "webinar";
            /** @enum {string} */
            status: "scheduled" | "live" | "ended" | "cancelled";
            /**
             * @description What the status means at this moment: `ready` from 30 minutes before the start, `missed` an hour after an end without a start.
             * @enum {string}
             */
            phase: "upcoming" | "ready" | "live" | "ended" | "cancelled" | "missed";
            /** @description Null where anyone with the address may come. */
            registration: components["schemas"]["RegistrationPageAnswer"] | null;
            /** @description For whoever was there, once it is over; null where nothing is said. */
            farewell: components["schemas"]["FarewellAnswer"] | null;
            /** @description While it counts: when the doors open. */
            opensAt: string | null;
            /**
             * @description Whether hosts may record it, and who may see what was recorded: the hosts alone, or everyone who was in.
             * @enum {string}
             */
            recording: "off" | "hosts" | "everyone";
            /** @description So many of the audience can be in the room at once; null for no limit. */
            roomLimit: number | null;
            /** @description On the public page; null where there is none. */
            picture: components["schemas"]["PictureAnswer"] | null;
            startedAt: string | null;
            endedAt: string | null;
            id: string;
            slug: string;
            title: string;
            description: string;
            when: components["schemas"]["WhenAnswer"];
            hostName: string;
            /** @description Whether *Start* counts everyone who waits down before the doors open. */
            countdown: boolean;
            /** @description Whether who registers, or joins without a registration, is asked for a passcode. */
            passcode: boolean;
            /** @description Where people register, or come in. */
            publicUrl: string;
            /** @description The room's own page. */
            roomUrl: string;
            version: number;
            scheduleVersion: number;
            createdAt: string;
        };
        SessionList: {
            items: components["schemas"]["SessionAnswer"][];
            /** @description Null on the last page. */
            next: string | null;
        };
        FarewellLinkBody: {
            /** @description What it says. */
            label: string;
            /** @description https */
            url: string;
        };
        FarewellBody: {
            /** @description Where to go from there. */
            link?: components["schemas"]["FarewellLinkBody"] | null;
            /** @description Plain text with its line breaks; may be empty where there is a link. */
            text: string;
        };
        ConditionBody: {
            /** @description The key of a choice, choices or checkbox that stands before. */
            key: string;
            /** @description One of its options; `true` for a checkbox that has to be ticked. */
            is: string;
        };
        FieldBody: {
            /** @enum {string} */
            kind: "short-text" | "long-text" | "choice" | "choices" | "checkbox" | "phone" | "url" | "number" | "date";
            /** @description Asked only then; left out or null where everybody is asked. */
            when?: components["schemas"]["ConditionBody"] | null;
            /** @description Stable name of the answer; made from the label when left out. */
            key?: string;
            label: string;
            help?: string;
            required?: boolean;
            /** @description For `choice` and `choices`. */
            options?: string[];
        };
        ClosingBody: {
            /**
             * @description Which of the two, when the zone's clocks show this wall time twice.
             * @enum {string}
             */
            occurrence?: "earlier" | "later";
            /** @description Wall-clock date and time in the session's zone. */
            wallTime: string;
        };
        RegistrationPageBody: {
            fields: components["schemas"]["FieldBody"][];
            /** @description So many registrants have a seat, the others wait in line; null for no limit. Lowered, it takes nobody's seat. */
            capacity?: number | null;
            /** @description Who is first in line for a freed seat is offered it by mail for so many hours, then the next; null: it is theirs at once. */
            waitlistOfferHours?: number | null;
            /** @description When registering closes; null: with the session. */
            closing?: components["schemas"]["ClosingBody"] | null;
            /** @description Whether each registration waits for the organizer's word. */
            approval?: boolean;
        };
        ScheduleSessionBody: {
            /** @description For whoever was there, once it is over. */
            farewell?: components["schemas"]["FarewellBody"] | null;
            /**
             * @description Whether hosts may record it, and who may see what was recorded: the hosts alone, or everyone who was in. `off` unless said, and allowed only before it starts.
             * @enum {string}
             */
            recording?: "off" | "hosts" | "everyone";
            /** @description Asked of who registers, or joins without a registration; null: nothing is. It is told to nobody again. */
            passcode?: string | null;
            /** @description So many of the audience can be in the room at once, hosts and speakers apart; null for no limit. Who comes beyond it waits for a place; lowered, it shows nobody out. */
            roomLimit?: number | null;
            /**
             * @description Which of the two, when the zone's clocks show this wall time twice.
             * @enum {string}
             */
            occurrence?: "earlier" | "later";
            /** @enum {string} */
            theme: "meeting" | "workshop" | "webinar";
            /** @description Null where anyone with the address may come. */
            registration: components["schemas"]["RegistrationPageBody"] | null;
            title: string;
            description?: string;
            /** @description Wall-clock date and time in `timeZone`: `2026-12-01T15:00`. */
            wallTime: string;
            /** @description IANA name: `Europe/Berlin`. */
            timeZone: string;
            durationMinutes: number;
            /** @description Whether *Start* counts everyone who waits down, from three to one, before the doors open. */
            countdown?: boolean;
        };
        EditSessionBody: {
            /** @description For whoever was there, once it is over. */
            farewell?: components["schemas"]["FarewellBody"] | null;
            /**
             * @description Whether hosts may record it, and who may see what was recorded: the hosts alone, or everyone who was in. `off` unless said, and allowed only before it starts.
             * @enum {string}
             */
            recording?: "off" | "hosts" | "everyone";
            /** @description Asked of who registers, or joins without a registration; null: nothing is. It is told to nobody again. */
            passcode?: string | null;
            /** @description So many of the audience can be in the room at once, hosts and speakers apart; null for no limit. Who comes beyond it waits for a place; lowered, it shows nobody out. */
            roomLimit?: number | null;
            /** @enum {string} */
            occurrence?: "earlier" | "later";
            /** @enum {string} */
            theme?: "meeting" | "workshop" | "webinar";
            registration?: components["schemas"]["RegistrationPageBody"] | null;
            title?: string;
            description?: string;
            wallTime?: string;
            timeZone?: string;
            durationMinutes?: number;
            /** @description Whether *Start* counts everyone who waits down, from three to one, before the doors open. */
            countdown?: boolean;
        };
        DuplicateSessionBody: {
            /** @enum {string} */
            occurrence?: "earlier" | "later";
            /** @description Wall-clock date and time in `timeZone`: `2026-12-01T15:00`. */
            wallTime: string;
            /** @description IANA name: `Europe/Berlin`. */
            timeZone?: string;
            durationMinutes?: number;
        };
        LeftBehindAnswer: {
            /**
             * @description `closes`: nobody else belongs to it. `stays`: another owner has it. `needs-owner`: others belong to it and none owns it; name one first.
             * @enum {string}
             */
            fate: "closes" | "stays" | "needs-owner";
            /** @description Who hosts the sessions then. */
            successor: string | null;
            workspaceId: string;
            name: string;
            /** @description Planned sessions that will be cancelled; whoever registered is told. */
            cancelled: number;
            /** @description Live sessions that will end for all. */
            ended: number;
            /** @description Planned and live sessions that pass to the successor. */
            handedOver: number;
        };
        LeavingAnswer: {
            workspaces: components["schemas"]["LeftBehindAnswer"][];
        };
        LeaveBody: {
            /** @description The account's own address, typed: it cannot be undone. */
            email: string;
            /** @description Needed where the account has one. */
            password?: string;
        };
        TeammateAnswer: {
            /** @enum {string} */
            role: "host" | "speaker";
            /** @description Null for whoever has no account here. */
            userId: string | null;
            id: string;
            name: string;
            email: string;
            locale: string;
            namedAt: string;
            /** @description When their link was made, or asked for again, last. */
            linkAskedAt: string;
        };
        Team: {
            items: components["schemas"]["TeammateAnswer"][];
        };
        NameTeammateBody: {
            /** @enum {string} */
            role: "host" | "speaker";
            /** @description The account of a member of the workspace, instead of name and address. */
            userId?: string;
            name?: string;
            email?: string;
            /** @description BCP 47: the language of their mails; English when left out. */
            locale?: string;
        };
        PictureBody: {
            /**
             * Format: byte
             * @description The file, base64: a JPEG, PNG or WebP of at most 2 MiB, and 4096 pixels on each side. Left out, the picture stays and its words change.
             */
            image?: string;
            /** @description What it shows, for who does not see it; null where it only decorates. */
            alt: string | null;
        };
        RegistrantAnswer: {
            answers: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "confirmed" | "pending" | "waitlisted" | "offered" | "denied" | "withdrawn" | "barred" | "revoked";
            /** @description Until when a seat is held for who is `offered` one. */
            offeredUntil: string | null;
            id: string;
            email: string;
            name: string;
            timeZone: string;
            /** @description BCP 47: the language of their mails. */
            locale: string;
            registeredAt: string;
            /** @description When their link was made, or asked for again, last. */
            linkAskedAt: string;
            /** @description What If-Match speaks of, as in the ETag. */
            version: number;
        };
        RegistrantList: {
            items: components["schemas"]["RegistrantAnswer"][];
            /** @description Null on the last page. */
            next: string | null;
            /** @description With this search, by status; a status that nobody has is left out. */
            byStatus: {
                [key: string]: number;
            };
            /** @description How many there are in all, with this search and status. */
            total: number;
        };
        DecideBody: {
            /** @description Ids of registrations of this session. */
            ids: string[];
            /** @description Stands in the letter, in your own words. */
            message?: string;
        };
        DecidedOne: {
            /** @enum {string} */
            status: "confirmed" | "pending" | "waitlisted" | "offered" | "denied" | "withdrawn" | "barred" | "revoked";
            id: string;
        };
        DecidedAnswer: {
            items: components["schemas"]["DecidedOne"][];
        };
        AddRegistrantBody: {
            /** @description By the keys of the form's questions; any of them may be left open. */
            answers?: {
                [key: string]: unknown;
            };
            email: string;
            name: string;
            /** @description IANA zone: in which their mails tell the time; the session's when left out. */
            timeZone?: string;
            /** @description BCP 47 tag: the language of their mails; English when left out. */
            locale?: string;
        };
        ImportBody: {
            /** @description The file's text. Its first line names the columns: `name`, `e-mail`, perhaps `time zone` and `language`, and questions in the form's words. */
            csv: string;
            /** @description True: only say what would become of each line. */
            dryRun: boolean;
        };
        MistakeAnswer: {
            /** @description RFC 6901 JSON pointer into the body. */
            pointer: string;
            code: string;
            /** @description A sentence for whoever made it. */
            detail: string;
        };
        ImportedRowAnswer: {
            /**
             * @description Only `new` ones are registered, or would be; the others are left out or left as they are.
             * @enum {string}
             */
            fate: "new" | "registered-already" | "twice-in-the-file" | "mistaken";
            mistakes: components["schemas"]["MistakeAnswer"][];
            /** @description Of the file, from 1. */
            line: number;
            name: string;
            email: string;
        };
        ImportAnswer: {
            rows: components["schemas"]["ImportedRowAnswer"][];
            /** @description Heads of columns that nothing is taken from. */
            ignored: string[];
            dryRun: boolean;
        };
        CorrectRegistrationBody: {
            /** @description By the keys of the form's questions; those left out stay as they are, an empty text takes one back. */
            answers?: {
                [key: string]: unknown;
            };
            name?: string;
            /** @description IANA zone: in which the mails tell the time. */
            timeZone?: string;
            /** @description BCP 47 tag: the language of the mails. */
            locale?: string;
        };
        PublicFormAnswer: {
            fields: components["schemas"]["FieldAnswer"][];
            /** @description The hour that the organizer set (ISO 8601, UTC); null where registering closes with the session. */
            closesAt: string | null;
            /** @description False once the session is over, or the hour has come: registering is refused. */
            open: boolean;
            /** @description Whether each registration waits for the organizer's word. */
            approval: boolean;
        };
        PublicSessionAnswer: {
            /** @description The colour of its workspace, `#rrggbb`; null for the house's own. */
            accent: string | null;
            picture: components["schemas"]["PictureAnswer"] | null;
            /** @enum {string} */
            theme: "meeting" | "workshop" | "webinar";
            /** @enum {string} */
            status: "scheduled" | "live" | "ended" | "cancelled";
            /** @enum {string} */
            phase: "upcoming" | "ready" | "live" | "ended" | "cancelled" | "missed";
            /** @description Null where anyone with the address may come in. */
            registration: components["schemas"]["PublicFormAnswer"] | null;
            id: string;
            slug: string;
            title: string;
            description: string;
            hostName: string;
            when: components["schemas"]["WhenAnswer"];
            /** @description Whether who registers, or joins without a registration, is asked for a passcode. */
            passcode: boolean;
        };
        RegisterBody: {
            /** @description By the keys of the form's questions: text, a list of chosen options, or true. */
            answers?: {
                [key: string]: unknown;
            };
            email: string;
            name: string;
            /** @description Where the session asks for one. */
            passcode?: string;
            /** @description IANA zone of the browser. */
            timeZone?: string;
            /** @description BCP 47 tag of the browser. */
            locale?: string;
        };
        RegisteredAnswer: {
            /** @enum {string} */
            outcome: "check-your-email";
            /**
             * @description How the session takes people in: at once, once the organizer has looked, or in line for a seat. Of one person it tells nothing.
             * @enum {string}
             */
            standing: "confirmed" | "pending" | "waitlisted";
        };
        LinkBody: {
            token: string;
        };
        OwnFactsAnswer: {
            answers: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "confirmed" | "pending" | "waitlisted" | "offered" | "denied" | "withdrawn" | "barred" | "revoked";
            /** @description Until when a seat is held for who is `offered` one. */
            offeredUntil: string | null;
            email: string;
            name: string;
            timeZone: string;
            locale: string;
            registeredAt: string;
        };
        OwnRegistrationAnswer: {
            /** @description What the form asks today; answers to what it once asked may be older. */
            fields: components["schemas"]["FieldAnswer"][];
            session: components["schemas"]["PublicSessionAnswer"];
            registration: components["schemas"]["OwnFactsAnswer"];
            /** @description Whether answers may be changed and the seat given up. */
            changeable: boolean;
        };
        ChangeBody: {
            /** @description By the keys of the form's questions; those left out stay as they are, an empty text takes one back. */
            answers?: {
                [key: string]: unknown;
            };
            name?: string;
            /** @description IANA zone: in which the mails tell the time. */
            timeZone?: string;
            /** @description BCP 47 tag: the language of the mails. */
            locale?: string;
            token: string;
        };
        AskedAgainAnswer: {
            /** @enum {string} */
            outcome: "check-your-email";
        };
        StewardAnswer: {
            /** @enum {string} */
            kind: "teammate" | "registration";
            id: string;
            name: string;
        };
        StewardOfSessionAnswer: {
            steward: components["schemas"]["StewardAnswer"] | null;
        };
        NameStewardBody: {
            /** @description Of somebody on the team, or of a registrant; null for nobody. */
            email: string | null;
        };
        ResolveBody: {
            token?: string;
            slug?: string;
        };
        OtherSeatAnswer: {
            name: string;
        };
        YouAnswer: {
            /** @enum {string} */
            role: "host" | "speaker" | "attendee";
            /** @description BCP 47, of the registration whose link was shown; null without one. */
            language: string | null;
            /** @description From the registration or the last visit; empty where none is known. */
            name: string;
            /** @description Whether camera and microphone are asked for before joining. */
            deviceCheck: boolean;
        };
        ResolvedAnswer: {
            /**
             * @description `here`: this browser holds the seat, return to it. `elsewhere`: another device is there now.
             * @enum {string|null}
             */
            seat: "here" | "elsewhere" | null;
            /** @description The seat that this browser holds; null unless `seat` is `here`. */
            seatId: string | null;
            /** @description Of a personal link: this browser holds another seat of the session, so the link is most likely somebody else's. */
            otherSeat: components["schemas"]["OtherSeatAnswer"] | null;
            /** @enum {string} */
            entry: "pre-join" | "registration-needed" | "closed" | "banned";
            /**
             * @description It may be recorded, and whoever joins has to agree first; who may see it then. Null where it may not, or they have agreed.
             * @enum {string|null}
             */
            recording: "hosts" | "everyone" | null;
            /**
             * @description What a host has said before, if anything.
             * @enum {string|null}
             */
            shownOut: "removed" | "banned" | "denied" | null;
            /** @description The organizer's own words, for who could have been there, once it has ended; for who has left while it goes on, too. */
            farewell: components["schemas"]["FarewellAnswer"] | null;
            session: components["schemas"]["PublicSessionAnswer"];
            you: components["schemas"]["YouAnswer"];
            /** @description *Join* asks for the session's passcode. */
            passcode: boolean;
            /** @description *Join* asks to be let in, and a host decides. */
            knock: boolean;
        };
        JoinBody: {
            token?: string;
            slug?: string;
            /** @description The label that the others see. */
            name: string;
            /** @description Said by the person when another device holds the seat. */
            moveHere?: boolean;
            /** @description Of a guest, where the session asks for one. */
            passcode?: string;
            /** @description Needed once where the session may be recorded (`recording` of the resolved entry): whoever enters agrees to it. */
            recordingAgreed?: boolean;
            /** @description Random, new for each page: the same *Join* sent again, because its answer got lost, takes no second seat. */
            attempt?: string;
        };
        EnteredAnswer: {
            /** @enum {string} */
            place: "door" | "foyer" | "backstage" | "room" | "closed";
            seatId: string;
            /** @description Single use, for the first message on `/ws`; lives a minute. */
            ticket: string;
        };
        ReturnBody: {
            slug: string;
            /**
             * Format: uuid
             * @description Needed where this browser holds several seats of the session.
             */
            seatId?: string;
        };
        IceServerAnswer: {
            urls: string[];
            username?: string;
            credential?: string;
        };
        IceAnswer: {
            iceServers: components["schemas"]["IceServerAnswer"][];
        };
        EnterBody: {
            name?: string;
            moveHere?: boolean;
            /** @description Needed once where the session may be recorded (`recording` of the resolved entry): whoever enters agrees to it. */
            recordingAgreed?: boolean;
        };
        ChatEntry: {
            /** @enum {string} */
            role: "host" | "speaker" | "attendee";
            /** @enum {string} */
            to: "everyone" | "team" | "hosts";
            saidAt: string;
            name: string;
            text: string;
        };
        ChatExport: {
            items: components["schemas"]["ChatEntry"][];
        };
        QuestionEntry: {
            /** @description Null where it was asked without a name. */
            name: string | null;
            /** @enum {string} */
            status: "open" | "answered" | "dismissed";
            /** @description Null where it was not answered in words. */
            answer: string | null;
            askedAt: string;
            text: string;
            votes: number;
        };
        QuestionExport: {
            items: components["schemas"]["QuestionEntry"][];
        };
        PollOption: {
            text: string;
            count: number;
        };
        PollEntry: {
            /** @enum {string} */
            status: "open" | "closed";
            closedAt: string | null;
            options: components["schemas"]["PollOption"][];
            id: string;
            question: string;
            /** @description Whether several answers could be chosen: then the counts add up to more than the ballots. */
            multiple: boolean;
            openedAt: string;
            ballots: number;
        };
        PollExport: {
            items: components["schemas"]["PollEntry"][];
        };
        LockAnswer: {
            locked: boolean;
        };
        LockBody: {
            /** @description Whoever is new asks to be let in, and a host decides. */
            locked: boolean;
        };
        StayAnswer: {
            /** @description Null while they are in. */
            wentAt: string | null;
            cameAt: string;
        };
        AttendeeAnswer: {
            /** @enum {string} */
            role: "host" | "speaker" | "attendee";
            /** @description Null for guests, hosts and speakers. */
            registrationId: string | null;
            /** @description None for who waited and was not there any more at the start. */
            stays: components["schemas"]["StayAnswer"][];
            seatId: string;
            /** @description Empty where its holder wanted to be forgotten. */
            name: string;
            /** @description In all of them together. */
            seconds: number;
        };
        RegistrantsCameAnswer: {
            /** @description Of 1; null where nobody registered. */
            share: number | null;
            registered: number;
            came: number;
        };
        AttendanceAnswer: {
            startedAt: string | null;
            endedAt: string | null;
            people: components["schemas"]["AttendeeAnswer"][];
            registrants: components["schemas"]["RegistrantsCameAnswer"];
        };
        RecordedAnswer: {
            /** @enum {string} */
            kind: "sound" | "picture" | "screen-sound" | "screen";
            durationMs: number;
            bytes: number;
            id: string;
            /** @description Who is heard or seen; empty where they wanted to be forgotten. */
            name: string;
            startedAt: string;
            /** @description Where its bytes are, for whoever may ask for this list; ranges are understood. */
            url: string;
        };
        RecordingsAnswer: {
            /** @description So many pieces are not playable yet: that begins when the recording ends. */
            preparing: number;
            /**
             * @description Why some are not: `converter-missing` where Janus's own program for it is not installed, `failed` where it could not.
             * @enum {string|null}
             */
            trouble: "converter-missing" | "failed" | null;
            items: components["schemas"]["RecordedAnswer"][];
            /** @description It is being recorded at this moment. */
            running: boolean;
        };
        ReportBody: {
            /** @enum {string} */
            what: "opened" | "device-refused";
            /** @enum {string} */
            detail?: "camera-denied" | "camera-missing" | "camera-busy" | "camera-failed" | "microphone-denied" | "microphone-missing" | "microphone-busy" | "microphone-failed" | "insecure";
        };
        HappeningAnswer: {
            /**
             * @description `unknown`: cut off after the whole mail was handed over, it is sent again. `not-reached`: no fault of the mail. `delayed`, `bounced`: told later by another server.
             * @enum {string}
             */
            event: "queued" | "sent" | "deferred" | "unknown" | "not-reached" | "failed" | "superseded" | "expired" | "delayed" | "bounced";
            /** @description What the server said, or why it was not sent. */
            answer: string | null;
            nextTryAt: string | null;
            at: string;
        };
        DeliveryAnswer: {
            /** @enum {string} */
            kind: "confirmation" | "update" | "link-again" | "link-rotated" | "reminder" | "cancellation" | "pending" | "denied" | "waitlisted" | "offered" | "offer-lapsed" | "invitation" | "host-missing";
            /** @description Null for a host, who has no registration. */
            registrationId: string | null;
            /** @description Of a host or speaker whom the organizer named. */
            teammateId: string | null;
            /** @enum {string} */
            status: "queued" | "deferred" | "sent" | "failed" | "superseded" | "expired" | "bounced";
            /** @description Why it was superseded, failed before it left, or bounced: `rescheduled`, `cancelled`, `withdrawn`, `barred`, `revoked`, `decided`, `told-already`, `reminders-off`, `reminded-later`, `link-rotated`, `stopped-address`, or a status code of RFC 3463. */
            reason: string | null;
            /**
             * @description A hard bounce is for good; two of them stop all mail to the address.
             * @enum {string|null}
             */
            bounce: "hard" | "soft" | null;
            /** @description Of a reminder. */
            minutesBefore: number | null;
            sentAt: string | null;
            /** @description What the mail server said last. */
            lastAnswer: string | null;
            /** @description Null where it will not be tried again. */
            nextTryAt: string | null;
            /** @description Everything that became of it, oldest first. */
            history: components["schemas"]["HappeningAnswer"][];
            id: string;
            /** @description The address that it is written to. */
            recipient: string;
            createdAt: string;
            attempts: number;
        };
        DeliveryList: {
            items: components["schemas"]["DeliveryAnswer"][];
            /** @description Where the next page begins; null on the last. */
            next: string | null;
            /** @description How many are wanted, on all pages. */
            total: number;
        };
        RemindersAnswer: {
            /** @description Minutes before the start, the earliest reminder first. */
            minutesBefore: number[];
        };
        RemindersBody: {
            /** @description Minutes before the start, at most three. */
            minutesBefore: number[];
        };
        ForeseeBody: {
            /** @enum {string} */
            occurrence?: "earlier" | "later";
            wallTime?: string;
            timeZone?: string;
            durationMinutes?: number;
            /** @description True: what a cancellation would bring. */
            cancel?: boolean;
            limit?: number;
            /** @description The `next` of the page before. */
            after?: string;
        };
        LocalTimeAnswer: {
            /** @description As the clocks there show it: `2026-12-01T15:00`. */
            startsAt: string;
            endsAt: string;
            /** @description Any of it lies between 22:00 and 07:00. */
            night: boolean;
        };
        ForeseenLetterAnswer: {
            /** @description Null for a host. */
            registrationId: string | null;
            /** @enum {string} */
            role: "attendee" | "host" | "speaker";
            /**
             * @description What they would get: a confirmation where nothing has reached them yet.
             * @enum {string}
             */
            kind: "update" | "confirmation" | "invitation" | "cancellation";
            name: string;
            email: string;
            timeZone: string;
            /** @description The session as it would be, in their zone. */
            local: components["schemas"]["LocalTimeAnswer"];
        };
        ForeseenWhen: {
            wallTime: string;
            timeZone: string;
            durationMinutes: number;
            startsAt: string;
            endsAt: string;
        };
        ForeseenCounts: {
            told: number;
            /** @description They have a seat and hear nothing: what they know would still be so. */
            untouched: number;
            /** @description Of those told, whose night it would be. */
            night: number;
        };
        ForeseenAnswer: {
            /** @description Those whose night it would be come first. */
            items: components["schemas"]["ForeseenLetterAnswer"][];
            /** @description Null on the last page. */
            next: string | null;
            when: components["schemas"]["ForeseenWhen"];
            /** @description When the first mail would leave, were it done now. */
            tellsAt: string;
            counts: components["schemas"]["ForeseenCounts"];
        };
        SenderCheckAnswer: {
            /**
             * @description `not-checked` where no resolver is configured, or where it cannot be seen from here.
             * @enum {string}
             */
            result: "pass" | "fail" | "not-checked";
            detail: string;
        };
        SenderChecksAnswer: {
            spf: components["schemas"]["SenderCheckAnswer"];
            dkim: components["schemas"]["SenderCheckAnswer"];
            dmarc: components["schemas"]["SenderCheckAnswer"];
        };
        MailTestAnswer: {
            /** @enum {string} */
            outcome: "accepted" | "refused" | "deferred" | "not-reached" | "unknown";
            /** @description The caller's own address. */
            sentTo: string;
            /** @description What the mail server said. */
            answer: string;
            checks: components["schemas"]["SenderChecksAnswer"];
        };
        ToldMailAnswer: {
            /** @enum {string} */
            kind: "confirmation" | "update" | "link-again" | "link-rotated" | "reminder" | "cancellation" | "pending" | "denied" | "waitlisted" | "offered" | "offer-lapsed" | "invitation" | "host-missing";
            /** @description Of a reminder. */
            minutesBefore: number | null;
            /**
             * @description As in the list of deliveries.
             * @enum {string}
             */
            event: "queued" | "sent" | "deferred" | "unknown" | "not-reached" | "failed" | "superseded" | "expired" | "delayed" | "bounced";
        };
        ToldAnswer: {
            /**
             * @description `joined`: pressed *Join*. `moved`: took the seat to another device. `turned-away`: *Join* was refused. `entered` and `left`: the live room. `denied`: by a host, at the door; `seat-denied`: by the organizer.
             * @enum {string}
             */
            what: "registered" | "mail" | "seat-given" | "waitlisted" | "seat-offered" | "offer-lapsed" | "seat-denied" | "withdrawn" | "link-rotated" | "link-revoked" | "link-restored" | "opened" | "device-refused" | "joined" | "moved" | "turned-away" | "waiting" | "knocking" | "gave-up-waiting" | "denied" | "removed" | "banned" | "entered" | "left" | "session-started" | "session-ended" | "session-cancelled";
            /** @description The mail server's words, a refusal's code, or which device was refused and why. */
            detail: string | null;
            mail: components["schemas"]["ToldMailAnswer"] | null;
            at: string;
        };
        StoryAnswer: {
            /** @description In the order in which it happened. */
            events: components["schemas"]["ToldAnswer"][];
            registrationId: string;
            name: string;
            email: string;
            status: string;
            registeredAt: string;
        };
        OwnDataBody: {
            token: string;
        };
        HeldAnswerAnswer: {
            /** @description Null where the form no longer asks it. */
            question: string | null;
            answer: string | string[] | boolean | number;
            key: string;
        };
        OwnWordsAnswer: {
            /** @enum {string} */
            to: "everyone" | "team" | "hosts" | "direct";
            /** @description Whom it was said to alone. */
            toPerson: string | null;
            at: string;
            text: string;
        };
        OwnQuestionAnswer: {
            answer: string | null;
            at: string;
            text: string;
            anonymous: boolean;
        };
        OwnBallotAnswer: {
            choices: string[];
            /** @description What was asked. */
            poll: string;
        };
        PartInRoomAnswer: {
            recordingAgreedAt: string | null;
            /** @description What was taken back is held no more. */
            chat: components["schemas"]["OwnWordsAnswer"][];
            questions: components["schemas"]["OwnQuestionAnswer"][];
            ballots: components["schemas"]["OwnBallotAnswer"][];
            /** @description As others saw it. */
            name: string;
        };
        OwnSessionAnswer: {
            id: string;
            title: string;
            hostName: string;
            /** @description Of its public page. */
            address: string;
            startsAt: string;
            endsAt: string;
            timeZone: string;
        };
        HeldFactsAnswer: {
            /** @enum {string} */
            status: "confirmed" | "pending" | "waitlisted" | "offered" | "denied" | "withdrawn" | "barred" | "revoked";
            id: string;
            email: string;
            name: string;
            timeZone: string;
            locale: string;
            registeredAt: string;
            linkLastAskedForAt: string;
        };
        OwnDataAnswer: {
            answers: components["schemas"]["HeldAnswerAnswer"][];
            /** @description What became of it, in the order in which it happened. */
            events: components["schemas"]["ToldAnswer"][];
            /** @description Null for who never came. */
            inTheRoom: components["schemas"]["PartInRoomAnswer"] | null;
            session: components["schemas"]["OwnSessionAnswer"];
            registration: components["schemas"]["HeldFactsAnswer"];
            /** @description How many days after the session all of it is erased without being asked. */
            erasedAfterDays: number;
        };
        Problem: {
            errors?: components["schemas"]["MistakeAnswer"][];
            /** @description A reference to `/problems/<code>` on this instance. */
            type: string;
            title: string;
            status: number;
            /** @description Stable, kebab-case, for programs. */
            code: string;
            /** @description A sentence for people. */
            detail: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskForSignInLink"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkFromMail"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkFromMail"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForConfirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Devices"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeys"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeApiKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyMade"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Members"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMemberRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMemberRole"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationsListed"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteMember"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationListed"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationShown"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspaces"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    goToWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoToWorkspace"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameWorkspace"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseLook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseLook"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                state?: "ready" | "live" | "upcoming" | "past" | "cancelled";
                /** @description Words, each of which occurs in the title. */
                search?: string;
                /** @description The first day, `2026-12-01`, on the clocks of each session's own zone. */
                from?: string;
                /** @description The last day. */
                to?: string;
                limit?: number;
                /** @description The `next` of the page before, asked for with the same state, search and days. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleSessionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editSession: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSessionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicateSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DuplicateSessionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopCountdown: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    foreseeLeaving: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavingAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveForGood: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nameTeammate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameTeammateBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeammateAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTeammate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                teammateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendTeammateLinkAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                teammateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeammateAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateTeammateLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                teammateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeammateAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPicture: {
        parameters: {
            query?: never;
            header: {
                /** @description The session’s ETag that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PictureBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePicture: {
        parameters: {
            query?: never;
            header: {
                /** @description The session’s ETag that was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRegistrations: {
        parameters: {
            query?: {
                status?: "confirmed" | "pending" | "waitlisted" | "offered" | "denied" | "withdrawn" | "barred" | "revoked";
                /** @description By the time of registering, or by name; with a hyphen the other way round. */
                sort?: "registered" | "-registered" | "name" | "-name";
                limit?: number;
                /** @description The `next` of the page before, asked for with the same search, filter and order. */
                after?: string;
                /** @description Words that occur in the name or the address, in upper or lower case. */
                search?: string;
                /** @description The key of a question, also of one that is not asked any more: only who has answered it. */
                question?: string;
                /** @description With `question`: an option as it stands, `true` or `false` for a checkbox, or words that occur in a text. */
                answer?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrantList"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRegistrantBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrantAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportRegistrations: {
        parameters: {
            query?: {
                status?: "confirmed" | "pending" | "waitlisted" | "offered" | "denied" | "withdrawn" | "barred" | "revoked";
                /** @description Words that occur in the name or the address, in upper or lower case. */
                search?: string;
                /** @description The key of a question, also of one that is not asked any more: only who has answered it. */
                question?: string;
                /** @description With `question`: an option as it stands, `true` or `false` for a checkbox, or words that occur in a text. */
                answer?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveRegistrations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    denyRegistrations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importRegistrations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrantAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctRegistration: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": string;
            };
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectRegistrationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrantAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendRegistrantLinkAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrantAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateRegistrantLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrantAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrantAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrantAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPublicSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicSessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRegistrationAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOwnRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRegistrationAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptOffer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRegistrationAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawOwnRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRegistrationAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendOwnLinkAgain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedAgainAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseOwnData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSteward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StewardOfSessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nameSteward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameStewardBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StewardOfSessionAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveEntry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    join: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnToSeat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIceServers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IceAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterAsHost: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportChat: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatExport"];
                    "text/csv": string;
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportQuestions: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionExport"];
                    "text/csv": string;
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPolls: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollExport"];
                    "text/csv": string;
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LockAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lockSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LockAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAttendance: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceAnswer"];
                    "text/csv": string;
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingsAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, or the range that was asked for (206) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/webm": string;
                    "audio/ogg": string;
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecordingsOfSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingsAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadRecordingOfSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, or the range that was asked for (206) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/webm": string;
                    "audio/ogg": string;
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description `lost`: nobody will read it any more, and nobody wanted that. `late`: still on its way, and something has gone wrong already. */
                trouble?: "lost" | "late";
                /** @description Ids of registrations, hosts or speakers, with commas between them: at most 200. */
                to?: string;
                limit?: number;
                /** @description The `next` of the page before, asked for with the same filter. */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindersAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setReminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindersBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindersAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    foreseeChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForeseeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForeseenAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller for each thing that is to be done once: asked again within 24 hours, it is answered as it was the first time and not done again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTestAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                registrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOwnData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnDataBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDataAnswer"];
                };
            };
            /** @description Refused, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
