import { Socket } from 'phoenix';
import { LiveSocket } from 'phoenix_live_view';

const socket = new LiveSocket('/live', Socket, { params: { search: location.search } });
socket.connect();
